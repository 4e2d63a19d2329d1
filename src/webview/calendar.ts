import { CalendarHost } from './calendar/calendarHost.ts';
import { CalendarPage } from './calendar/calendarPage.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The host serves <div id="root">.');
const host = new CalendarHost();
const page = new CalendarPage(root, host);
host.start((state) => page.show(state));
