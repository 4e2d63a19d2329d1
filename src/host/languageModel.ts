import * as vscode from 'vscode';

/**
 * What this extension uses of VS Code's API for tools of language models. It came with VS Code 1.95, and the types are those of
 * 1.74.
 */
interface LanguageModelApi {
  readonly lm: {
    registerTool(name: string, tool: { invoke(call: { readonly input: unknown }): Promise<object> }): vscode.Disposable;
  };
  readonly LanguageModelToolResult: new (parts: readonly object[]) => object;
  readonly LanguageModelTextPart: new (text: string) => object;
}

export const STATUS_TOOL = 'outsystems_ssl_status';

/** Offers a tool that answers with text, where this VS Code has such tools. It reads, and changes nothing. */
export function registerTool(name: string, answer: (input: unknown) => Promise<string>): vscode.Disposable {
  const api: Partial<LanguageModelApi> = vscode as object;
  const { lm, LanguageModelTextPart: TextPart, LanguageModelToolResult: ToolResult } = api;
  if (!lm || !TextPart || !ToolResult) return { dispose: () => undefined };
  return lm.registerTool(name, {
    invoke: async ({ input }) => new ToolResult([new TextPart(await answer(input))]),
  });
}
