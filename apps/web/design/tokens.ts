/**
 * Colours and sizes of the whole face. One accent; red only for what must be acted on, amber for doubt, green only for
 * verified. Every text colour reaches 4.5 : 1 on its ground.
 */
import type { ThemeConfig } from "antd";

export const colours = {
  ink: "#1a2332",
  "ink-soft": "#4a5768",
  "ink-faint": "#5f6b7a",
  line: "#dfe4ea",
  "line-strong": "#c3ccd6",
  ground: "#f3f5f8",
  surface: "#ffffff",
  "surface-soft": "#f8fafc",
  accent: "#1d4f91",
  "accent-deep": "#143a6d",
  "accent-soft": "#e9f0f9",
  must: "#b3261e",
  "must-soft": "#fcebea",
  doubt: "#85570a",
  "doubt-soft": "#fdf3dd",
  verified: "#1c6e47",
  "verified-soft": "#e6f4ec",
  "map-1": "#eef4fb",
  "map-2": "#cfe0f3",
  "map-3": "#9dc0e6",
  "map-4": "#3f75b5",
  "map-5": "#143a6d",
} as const;

const fontFamily =
  '"PingFang SC","Hiragino Sans GB","Microsoft YaHei UI","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC","WenQuanYi Micro Hei",system-ui,sans-serif';

const sizes = {
  normal: { text: 14, table: 13, small: 12, control: 32, row: 34 },
  large: { text: 18, table: 17, small: 16, control: 44, row: 48 },
} as const;

export type TypeSize = keyof typeof sizes;

/** Puts the tokens where style sheets read them. Setting properties from script needs no inline style attribute. */
export function applyTokens(size: TypeSize): void {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(colours)) style.setProperty(`--${name}`, value);
  for (const [name, value] of Object.entries(sizes[size])) style.setProperty(`--size-${name}`, `${value}px`);
  style.setProperty("--font", fontFamily);
}

/** The same tokens for the component library. */
export function antTheme(size: TypeSize): ThemeConfig {
  const { text, control } = sizes[size];
  return {
    token: {
      colorPrimary: colours.accent,
      colorLink: colours.accent,
      colorInfo: colours.accent,
      colorError: colours.must,
      colorWarning: colours.doubt,
      colorSuccess: colours.verified,
      colorText: colours.ink,
      colorTextSecondary: colours["ink-soft"],
      colorTextTertiary: colours["ink-faint"],
      colorTextDescription: colours["ink-faint"],
      colorTextPlaceholder: "#6b7684",
      colorBorder: colours["line-strong"],
      colorBorderSecondary: colours.line,
      colorBgLayout: colours.ground,
      borderRadius: 4,
      fontFamily,
      fontSize: text,
      controlHeight: control,
      // Office machines without a graphics card would draw the whole list again for each frame of a movement.
      motion: false,
    },
    components: { Button: { primaryShadow: "none", defaultShadow: "none" } },
  };
}
