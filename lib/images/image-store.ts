import type { Config } from '@/lib/config/config';
import { openFileImageStore } from './file-image-store';
import { openS3ImageStore } from './s3-image-store';

/** Where pictures lie, by name. A name tells the content, so nothing is ever overwritten with something else. */
export interface ImageStore {
  put: (name: string, content: Buffer) => Promise<void>;
  /** Undefined when there is no such picture. */
  get: (name: string) => Promise<Buffer | undefined>;
}

/** The store that the settings name; nothing is opened before its first use. */
export function openImageStore({ imageStore, s3Key }: Pick<Config, 'imageStore' | 's3Key'>): ImageStore {
  return imageStore.kind === 'file'
    ? openFileImageStore(imageStore.directory)
    : openS3ImageStore(imageStore, s3Key);
}

/** Whether a text is the name of a picture in a store: `<sha-256, hex>.webp`. */
export function isImageName(text: string): boolean {
  return /^[0-9a-f]{64}\.webp$/.test(text);
}
