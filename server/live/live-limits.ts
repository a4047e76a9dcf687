import { isPublicAddress } from '@/lib/http/is-public-address';

/**
 * Streams at a time: of one address, so that one cannot take them all, and of all. Behind one address of a mobile
 * network or an office there are many browsers, each with one stream; whoever gets none polls.
 */
export interface LiveLimits {
  perAddress: number;
  total: number;
}

export const usualLimits: LiveLimits = { perAddress: 100, total: 10_000 };

/** Counts open streams. */
export class StreamCounter {
  private readonly byAddress = new Map<string, number>();
  private total = 0;

  constructor(private readonly limits: LiveLimits) {}

  /**
   * Takes a place for an address; undefined when there is none, else what gives it back. Addresses of the own network
   * count in all only: they are proxies that TRUSTED_PROXIES does not name, or this machine.
   */
  take(address: string): (() => void) | undefined {
    const own = this.byAddress.get(address) ?? 0;
    const isFull = isPublicAddress(address.replace(/\/64$/, '')) && own >= this.limits.perAddress;
    if (isFull || this.total >= this.limits.total) return undefined;
    this.total += 1;
    this.byAddress.set(address, own + 1);
    return () => this.giveBack(address);
  }

  private giveBack(address: string): void {
    this.total -= 1;
    const own = (this.byAddress.get(address) ?? 1) - 1;
    if (own === 0) this.byAddress.delete(address);
    else this.byAddress.set(address, own);
  }
}
