/**
 * A Markdown text without pictures and links that lead to files beside it: the page of an installed extension loads pictures from
 * the web only (VS Code's sanitizer removes relative and `data:` addresses) and would show broken ones, and links lead nowhere.
 */
export function packagedReadme(markdown: string): string {
  return markdown
    .replaceAll(/!\[[^\]]*\]\((?!https:)[^)]*\)/g, '')
    .replaceAll(/<img [^>]*src="(?!https:)[^>]*>/g, '')
    .replaceAll(/\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g, '$1')
    .replaceAll(/^(\| *)+\|\n(\| --- )+\|\n(\| *)+\|\n/gm, '') // a table of nothing but pictures
    .replaceAll(/\n{3,}/g, '\n\n');
}
