// Numbers, money and times as people of the chosen language write them; times in the shop's zone as the bridge sends them.

import { language, t, plural } from './i18n.js';

let serverAhead = 0;

/** The bridge's clock decides what "a minute ago" means, not the one of this device. */
export function syncClock(at) {
    if (at) {
        serverAhead = Date.parse(at) - Date.now();
    }
}

export function now() {
    return Date.now() + serverAhead;
}

export function count(value) {
    return new Intl.NumberFormat(language()).format(value ?? 0);
}

export function money(value, currency) {
    if (value === null || value === undefined) {
        return '–';
    }
    const number = Number(value);
    const text = new Intl.NumberFormat(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(number);
    return currency ? `${text} ${currency}` : text;
}

export function quantity(value) {
    return new Intl.NumberFormat(language(), { maximumFractionDigits: 4 }).format(Number(value));
}

/** An ISO time with the wall clock that stands in it, whatever zone this device is in. */
export function time(iso, seconds) {
    const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(iso || '');
    if (!parts) {
        return '–';
    }
    const wall = new Date(Date.UTC(+parts[1], +parts[2] - 1, +parts[3], +parts[4], +parts[5], +(parts[6] || 0)));
    return new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: seconds }).format(wall);
}

/** The same to the second, where one thing follows the other. */
export function exact(iso) {
    return time(iso, '2-digit');
}

/** "21:04" of today, else the day too; by the wall clock that stands in it. */
export function clock(iso) {
    const offset = /([+-])(\d\d):(\d\d)$/.exec(iso || '');
    const ahead = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) * 60000 : 0;
    const today = new Date(now() + ahead).toISOString().slice(0, 10);
    return iso && iso.slice(0, 10) === today ? iso.slice(11, 16) : time(iso);
}

export function day(iso) {
    const parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso || '');
    if (!parts) {
        return '–';
    }
    const wall = new Date(Date.UTC(+parts[1], +parts[2] - 1, +parts[3]));
    return new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(wall);
}

/** "14:00" or "3 Oct", for the feet of a picture. */
export function tick(iso, daily) {
    return daily ? `${Number(iso.slice(8, 10))}.${iso.slice(5, 7)}` : iso.slice(11, 16);
}

function locale() {
    return language() === 'en' ? 'en-GB' : 'pl-PL';
}

/** "12 s ago", "in 4 min". */
export function relative(iso) {
    if (!iso) {
        return '–';
    }
    const seconds = Math.round((Date.parse(iso) - now()) / 1000);
    if (Math.abs(seconds) < 2) {
        return t('now');
    }
    return seconds < 0 ? t('ago', { time: duration(-seconds) }) : t('in', { time: duration(seconds) });
}

export function duration(seconds) {
    if (seconds === null || seconds === undefined) {
        return '–';
    }
    if (seconds < 100) {
        return `${seconds} s`;
    }
    if (seconds < 5400) {
        return `${Math.round(seconds / 60)} min`;
    }
    if (seconds < 36 * 3600) {
        const minutes = Math.round((seconds % 3600) / 60);
        return seconds < 6 * 3600 && minutes && minutes < 60 ? `${Math.floor(seconds / 3600)} h ${minutes} min` : `${Math.round(seconds / 3600)} h`;
    }
    return plural('days', Math.round(seconds / 86400));
}
