/** How the launcher looks before the chat is there; the panel's sheet adds to it. */

/** `!important` within a shadow root wins over the page's own rules for the element. */
export const launcherCss =
  ":host{all:initial!important;position:fixed!important;z-index:var(--frontdesk-z-index,9999)!important}" +
  "section>button{position:fixed;inset-block-end:max(20px,env(safe-area-inset-bottom));inset-inline-end:20px;padding:16px;border:0;border-radius:50%;background:var(--frontdesk-accent,#0b5cad);color:var(--frontdesk-on-accent,#fff)}" +
  ":host([position=start]) button{inset-inline:20px auto}" +
  // A border, not a background: forced colours keep it.
  'section>:before{content:"";display:block;border:12px solid;border-radius:50% 50% 50% 3px}';
