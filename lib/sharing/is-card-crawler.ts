import { isbot } from 'isbot';

/** Programs that fetch for a person who then wants the article, or say nothing of what they want it for. */
const tools =
  /^(?:curl|wget|httpie|node|undici|axios|got|python|aiohttp|java|okhttp|go-http|libwww|php|guzzle|ruby|postman|insomnia|apache-http|dart|deno|bun)\b/i;

/**
 * Whether a user agent is a crawler that wants the card behind a link: previews of chats and networks, search
 * engines. Browsers built into apps (`MicroMessenger`, `QQ/`, `Weibo (`, `Instagram`) are people.
 */
export function isCardCrawler(userAgent: string | undefined): boolean {
  return userAgent !== undefined && isbot(userAgent) && !tools.test(userAgent);
}
