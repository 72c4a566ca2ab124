/** A style sheet as the text that the build has made small. */
declare module "*.css?inline" {
  const text: string;
  export default text;
}
