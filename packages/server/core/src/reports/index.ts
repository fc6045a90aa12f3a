export { countedMetric, countedMetrics, type CountedMetricOptions, type CountedMetricsOptions, type FigureWords } from './counted-metric.js';
export type { FactSource } from './facts.js';
export { reading } from './report.service.js';
export { reportsFeature } from './reports.feature.js';
