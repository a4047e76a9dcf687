/** JSON that may stand inside `<script>`: no `</script>` or `<!--` can be spelled in it, nor a line separator. */
export function stringifyForScript(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
