/** What can be wrong with an uploaded map; nothing of it was stored then. */
import { defineProblems } from "../../platform/problem.ts";

export const areaMapProblems = defineProblems({
  "map.no-file": {
    status: 400,
    zh: "请选择一个 GeoJSON 文件（.geojson 或 .json）再上传。",
    en: "Choose a GeoJSON file (.geojson or .json) and upload it.",
  },
  "map.too-large": {
    status: 413,
    zh: "地图文件超过{megabytes}MB。请先简化边界（例如在 QGIS 或 mapshaper 中简化到百米左右）再上传。",
    en: "The map is larger than {megabytes} MB. Simplify its boundaries first (to about 100 m, in QGIS or mapshaper).",
  },
  "map.no-source": {
    status: 400,
    zh: "请填写地图的出处（提供单位和资料名称），会印在地图下方。",
    en: "Name the source of the map (who provided it, and its title): it is printed under the map.",
  },
  "map.bad-approval-number": {
    status: 400,
    zh: "审图号不对。请照地图上所印填写，如“豫S(2020)012号”；没有审图号的地图不能使用。",
    en: "The map approval number (审图号) is wrong. Copy it as printed, like 豫S(2020)012号; a map without one may not be used.",
  },
  "map.not-json": {
    status: 400,
    zh: "文件不是有效的 JSON，请重新导出为 GeoJSON（UTF-8 编码）。",
    en: "The file is not valid JSON: export it again as GeoJSON in UTF-8.",
  },
  "map.no-collection": {
    status: 400,
    zh: "文件不是 GeoJSON 的 FeatureCollection，或里面没有要素。请把图层整体导出为 GeoJSON。",
    en: "The file is no GeoJSON FeatureCollection, or an empty one: export the whole layer as GeoJSON.",
  },
  "map.no-code": {
    status: 400,
    zh: "第{feature}个要素没有区划代码。请在属性 code 中填写{area}各下级地区的代码（6、9或12位数字）。",
    en: "Feature {feature} has no division code. Put the code of its place below {area} into the property code (6, 9 or 12 digits).",
  },
  "map.unknown-codes": {
    status: 400,
    zh: "有{count}个要素的代码不是{area}的直接下级地区：{codes}。请改正代码，或上传到相应的上级地区。",
    en: "{count} features have codes that are not directly below {area}: {codes}. Correct them, or upload the map for the place they belong to.",
  },
  "map.bad-geometry": {
    status: 400,
    zh: "第{feature}个要素的图形不是多边形（Polygon 或 MultiPolygon），或有少于4个点的环、不是数字的坐标。请检查图层后重新导出。",
    en: "Feature {feature} is no Polygon or MultiPolygon, or has a ring of fewer than 4 points or a coordinate that is no number: check the layer and export again.",
  },
  "map.out-of-range": {
    status: 400,
    zh: "第{feature}个要素的坐标超出范围（经度73至136，纬度3至54）。请用经纬度坐标（CGCS2000 或 WGS84，单位为度）导出，不要用投影坐标。",
    en: "Feature {feature} has coordinates out of range (longitude 73 to 136, latitude 3 to 54): export in degrees (CGCS2000 or WGS84), not in a projection.",
  },
});
