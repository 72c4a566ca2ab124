/** The one line on a page: puts the launcher there, and fetches the chat's file, held to its hash, when it is wanted. */

import { launch, make } from "./launcher.ts";
import type { Frontdesk, MountOptions } from "./public.ts";

declare global {
  interface Window {
    Frontdesk?: Frontdesk;
  }
}

const script = document.currentScript as HTMLScriptElement;
const url = new URL("/", script.src);
const nonce = script.nonce; // later it can't be asked for any more
let attempt = 0;

/**
 * Fetches a file; the build writes the chat's address and hash in. A `modulepreload` is held to the hash, is let through by
 * the script's own nonce, and is no sink of Trusted Types; `import` then takes the module that is already there. A
 * repeat has an address of its own: browsers keep failures.
 */
function load<Module>(address = `${url}__FRONTDESK_CHAT__`, integrity = "__FRONTDESK_INTEGRITY__"): Promise<Module> {
  return new Promise((resolve, reject) => {
    const href = `${address}?${attempt++}`;
    const link: HTMLLinkElement = make("link", {
      rel: "modulepreload",
      integrity,
      nonce,
      href,
      onload() {
        link.remove();
        resolve(import(/* @vite-ignore */ href) as Promise<Module>);
      },
      onerror: reject,
    });
    document.head.append(link);
  });
}

/** The page for people without scripts stands in where the chat does not come. */
const instead = (): void => void open(`${url}chat/${script.dataset["site"]}`);

if (window.Frontdesk) console.warn("Frontdesk twice");
else window.Frontdesk = launch({ ...script.dataset, url } as unknown as MountOptions, load, instead);
