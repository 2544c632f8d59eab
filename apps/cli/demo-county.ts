/** The demo county: 驿城区 in 2018, when its poor households were still being lifted. All its people are invented. */
export const demoArea = "411702000000";
/** 刘付汉村 of 水屯镇, where the demo has a village team and a helper. */
export const demoVillage = "411702100201";
export const demoYear = 2018;
export const demoHouseholds = 3000;
export const demoSeed = 2018;
