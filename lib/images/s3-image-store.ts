import type { S3Client } from '@aws-sdk/client-s3';
import type { Config } from '@/lib/config/config';
import type { ImageStoreSettings } from '@/lib/config/parse-image-store';
import type { ImageStore } from './image-store';

type S3Settings = Extract<ImageStoreSettings, { kind: 's3' }>;

const timeouts = { connectionTimeout: 5000, requestTimeout: 20_000 };

/** Pictures in a bucket of Amazon's S3 or any server that speaks like it. */
export function openS3ImageStore(settings: S3Settings, key: Config['s3Key']): ImageStore {
  let client: Promise<S3Client> | undefined;
  const open = () => (client ??= connect(settings, key));
  const find = (name: string) => ({ Bucket: settings.bucket, Key: settings.prefix + name });
  return {
    put: async (name, content) => {
      const { PutObjectCommand } = await import('@aws-sdk/client-s3');
      const object = { ...find(name), Body: content, ContentType: 'image/webp' };
      await (await open()).send(new PutObjectCommand(object));
    },
    get: async (name) => {
      const { GetObjectCommand, NoSuchKey } = await import('@aws-sdk/client-s3');
      try {
        const { Body: body } = await (await open()).send(new GetObjectCommand(find(name)));
        return body && Buffer.from(await body.transformToByteArray());
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}

/** The client is large: only portals that use it load it. */
async function connect({ endpoint, region }: S3Settings, key: Config['s3Key']): Promise<S3Client> {
  const { S3Client } = await import('@aws-sdk/client-s3');
  return new S3Client({
    region,
    // Other servers than Amazon's seldom know buckets as host names, or the newer checksums.
    ...(endpoint !== null && { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(key && { credentials: { accessKeyId: key.id, secretAccessKey: key.secret } }),
    requestHandler: timeouts,
  });
}
