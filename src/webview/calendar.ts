import { CalendarPage } from './calendar/calendarPage.ts';
import { Host } from './host.ts';
import type { CalendarCommand, CalendarState } from '../shared/calendar.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The host serves <div id="root">.');
const host = new Host<CalendarState, CalendarCommand>();
const page = new CalendarPage(root, host);
host.start((state) => page.show(state));
