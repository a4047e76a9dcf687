import { buildQrPath } from '@/lib/sharing/build-qr-path';

/** A QR code, dark on white in both themes, as readers of it expect. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, d } = buildQrPath(text);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      width="176"
      height="176"
      shapeRendering="crispEdges"
      className="bg-white text-black"
    >
      <path d={d} fill="currentColor" />
    </svg>
  );
}
