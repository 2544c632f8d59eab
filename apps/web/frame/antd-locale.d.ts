/** The library's locale files are ES modules whose package does not say so; the compiler reads them as CommonJS. */
declare module "antd/es/locale/zh_CN.js" {
  import type { ConfigProviderProps } from "antd";
  const locale: NonNullable<ConfigProviderProps["locale"]>;
  export default locale;
}
declare module "antd/es/locale/en_US.js" {
  import type { ConfigProviderProps } from "antd";
  const locale: NonNullable<ConfigProviderProps["locale"]>;
  export default locale;
}
