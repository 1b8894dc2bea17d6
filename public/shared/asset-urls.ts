// Where the workers, and the style sheet of what is loaded late, are served. The build puts their hashed names in, because a
// bundler cannot follow a worker's file by itself.

export interface AssetUrls {
  readonly zoomWorker: string
  readonly recordingWorker: string
  readonly loudnessWorklet: string
  readonly nightStyle: string
  readonly finishingWorker: string
}

declare const builtAssetUrls: AssetUrls

/** Outside a bundle, as in unit tests, there are no workers to load and every URL is empty. */
export const assetUrls: AssetUrls =
  typeof builtAssetUrls === 'undefined'
    ? { zoomWorker: '', recordingWorker: '', finishingWorker: '', loudnessWorklet: '', nightStyle: '' }
    : builtAssetUrls
