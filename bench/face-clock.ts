/** Runs inside the page: when something was drawn, by the browser's own clock. */

export interface FaceClock {
  /** The moment in which the last click was made. */
  clicked: number;
  /** Milliseconds from the navigation until the first frame with an element of `selector` was drawn. */
  drawn(selector: string): Promise<number>;
  /** From the next click until the list shows other rows. */
  turned(): Promise<Turn>;
}

export interface Turn {
  /** Milliseconds from the click until the rows are drawn. */
  whole: number;
  /** Milliseconds of the request for them; null when they were still known. */
  request: number | null;
}

declare global {
  interface Window {
    faceClock: FaceClock;
  }
}

/** Self-contained: the browser gets its text. */
export function installClock(): void {
  const firsts = new Map<string, Promise<number>>();
  const selectors = ["input[autocomplete=username]", ".today .today-main", ".page .area-grid", "a[data-row]"];

  const afterFrame = (): Promise<number> =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener("message", () => resolve(performance.now()));
        channel.port1.start();
        channel.port2.postMessage(null);
      }),
    );

  const whenever = (holds: () => boolean): Promise<number> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        observer.disconnect();
        void afterFrame().then(resolve);
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      look();
    });

  /** What the list shows; undefined while it shows rows of the question before. */
  const shownList = (): string | undefined => {
    const panel = document.querySelector(".household-list section.panel");
    if (!panel || panel.getAttribute("aria-busy") === "true") return undefined;
    const parts = [
      ".household-list .sentence",
      ".household-list a[data-row]",
      ".household-list .register-no",
    ];
    const words = parts.map((part) => document.querySelector(part)?.textContent);
    const order = panel.querySelector("th[aria-sort]")?.getAttribute("aria-sort");
    return JSON.stringify([...words, order, panel.querySelector(".pager")?.getAttribute("aria-label")]);
  };

  const turned = async (): Promise<Turn> => {
    const before = shownList();
    performance.clearResourceTimings();
    clock.clicked = 0;
    const end = await whenever(() => {
      const now = shownList();
      return clock.clicked > 0 && now !== undefined && now !== before;
    });
    const asked = performance
      .getEntriesByType("resource")
      .find((entry) => entry.name.endsWith("/households/search"));
    return { whole: end - clock.clicked, request: asked ? asked.duration : null };
  };

  for (const selector of selectors)
    firsts.set(
      selector,
      whenever(() => document.querySelector(selector) !== null),
    );
  const clock: FaceClock = {
    clicked: 0,
    drawn: (selector) => firsts.get(selector) ?? Promise.reject(new Error(`${selector} is not watched`)),
    turned,
  };
  addEventListener("click", (event) => (clock.clicked = event.timeStamp), true);
  window.faceClock = clock;
}
