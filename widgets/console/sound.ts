/** A short sound, for those who turned it on by `[data-sound]`; the choice is kept in this browser. */

const KEPT_AS = "frontdesk.sound";
/** One beep however many pages are open: the first to have this lock makes it. */
const TURN = "frontdesk-console-beep";
/** Milliseconds within which further beeps are the same one. */
const ONE_BEEP = 2_000;

/** Returns what beeps, if sound is on. */
export function startSound(root: Document, signal: AbortSignal): () => void {
  const button = root.querySelector<HTMLElement>("[data-sound]");
  const show = (): void => button?.setAttribute("aria-pressed", String(isOn()));
  if (button) button.hidden = false;
  show();
  button?.addEventListener("click", () => {
    keep(!isOn());
    show();
    if (isOn()) beep(); // heard at once; and browsers allow sound only after a click
  }, { signal });
  window.addEventListener("storage", show, { signal });
  return () => {
    if (isOn() && mayPlay()) void inTurn(beep);
  };
}

/** Browsers keep a page silent that nobody has touched: another page may beep for it. */
function mayPlay(): boolean {
  return navigator.userActivation?.hasBeenActive !== false;
}

function isOn(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) === "on";
  } catch {
    return false; // a browser that keeps nothing keeps no choice
  }
}

function keep(on: boolean): void {
  try {
    localStorage.setItem(KEPT_AS, on ? "on" : "off");
  } catch {
    // as above
  }
}

async function inTurn(act: () => void): Promise<void> {
  if (!navigator.locks) return act();
  await navigator.locks.request(TURN, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    act();
    await new Promise((resolve) => setTimeout(resolve, ONE_BEEP));
  });
}

/** Two tones of 0.15 s. */
function beep(): void {
  if (typeof AudioContext === "undefined") return;
  const audio = new AudioContext();
  const gain = new GainNode(audio, { gain: 0.1 });
  gain.connect(audio.destination);
  [660, 880].forEach((frequency, index) => {
    const tone = new OscillatorNode(audio, { frequency });
    tone.connect(gain);
    tone.start(audio.currentTime + index * 0.2);
    tone.stop(audio.currentTime + index * 0.2 + 0.15);
    if (index === 1) tone.onended = () => void audio.close();
  });
}
