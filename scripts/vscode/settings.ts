/** User settings of a VS Code that tests or the sample start: nothing asks, nothing calls home, nothing moves. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
};

/** What a driven browser needs besides. */
export const testSettings: Readonly<Record<string, unknown>> = {
  ...quietSettings,
  'workbench.reduceMotion': 'on',
  'files.simpleDialog.enable': true,
  'window.confirmBeforeClose': 'never',
  // nothing connects to the environments of a test unless it asks for it
  'outsystemsSsl.liveCheck': 'manual',
};
