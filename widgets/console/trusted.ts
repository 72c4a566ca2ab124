/** The one place where text becomes HTML: fragments that this page's own server answered to htmx. */

interface HtmlPolicy {
  createHTML(html: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy;
}

// The policy lets text pass as it is: templates escape everything on the server, htmx asks this origin alone, and drops
// each <script>; what would still run is stopped by the page's nonce.
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const rules: HtmlPolicy = { createHTML: (html) => html };
const policy = factory ? factory.createPolicy("frontdesk-console", rules) : rules;

/** Stands where htmx makes a DOMParser; see `build/htmx-without-sinks.ts`. */
export const trustedParser = {
  parseFromString(html: string, type: DOMParserSupportedType): Document {
    return new DOMParser().parseFromString(policy.createHTML(html), type);
  },
};
