import type { ShareFacts } from '@/lib/sharing/build-share-facts';

/**
 * QQ reads `itemprop`, and WeChat takes the first picture of a page that is at least 300 pixels wide. Browsers never
 * load it: it is hidden and lazy.
 */
export function ShareTags({ name, description, image }: ShareFacts) {
  return (
    <div hidden itemScope itemType="https://schema.org/WebPage">
      <meta itemProp="name" content={name} />
      <meta itemProp="description" content={description} />
      <img itemProp="image" src={image} alt="" width="1200" height="630" loading="lazy" />
    </div>
  );
}
