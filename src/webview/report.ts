import type { PageRequest, ViewState } from '../shared/protocol.ts';
import { Host } from './host.ts';
import { Page } from './page.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The host serves <div id="root">.');
const host = new Host<ViewState, PageRequest>();
const page = new Page(root, host);
host.start((state) => page.show(state));
