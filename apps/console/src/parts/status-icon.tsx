/** Each status has a shape of its own, so that nobody needs its colour. */
const shapes = {
  idle: <circle cx="8" cy="8" r="5.2" strokeDasharray="2 2.4" />,
  running: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.6V8l2.4 1.6" />
    </>
  ),
  retrying: <path d="M12.9 6.2A5.4 5.4 0 1 0 13.3 9M13.2 2.8v3.6H9.6" />,
  succeeded: (
    <>
      <circle cx="8" cy="8" r="6.2" className="filled" />
      <path d="m5.2 8.2 2 2 3.6-4.2" className="on-filled" />
    </>
  ),
  caught: (
    <>
      <path d="M8 1.8 14.6 13.6H1.4Z" className="filled" />
      <path d="M8 6.2v3.4M8 11.4v.4" className="on-filled" />
    </>
  ),
  failed: (
    <>
      <path d="M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3Z" className="filled" />
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" className="on-filled" />
    </>
  ),
  stopped: <rect x="3" y="3" width="10" height="10" rx="1.5" className="filled" />,
} as const;

export type StatusShape = keyof typeof shapes;

/** Decoration beside the words that say the same. */
export function StatusIcon({ shape }: { readonly shape: StatusShape }) {
  return (
    <svg className="status-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {shapes[shape]}
    </svg>
  );
}
