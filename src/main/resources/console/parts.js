// Small pieces that several pages show.

import { h } from './dom.js';
import { count, relative, time } from './format.js';
import { plural, t } from './i18n.js';

export function state(name) {
    return h('span', { class: `badge ${name.toLowerCase()}` }, t(`state.${name}`));
}

const WAITING = [['needsPerson', 'needsYou'], ['waitsForStock', 'forStock'], ['waitsForSystem', 'forSystem']];

/** "1 needs you, 6 wait for goods": what is stuck by what it waits for; '' when nothing is. */
export function waiting(summary) {
    return WAITING.filter(([field]) => summary[field] > 0).map(([field, key]) => plural(key, summary[field])).join(', ');
}

/** What to do about a failure. */
export function hint(text) {
    return text && h('p', { class: 'advice', key: 'hint' }, h('b', {}, t('whatToDo')), ' ', text);
}

/** A point in time: how long ago for the eye, exactly on hover and for the record. */
export function moment(iso) {
    return iso ? h('time', { datetime: iso, title: time(iso) }, relative(iso)) : '–';
}

export function facts(pairs, cls = 'facts') {
    return h('dl', { class: cls }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([name, value]) => h('div', { key: name }, h('dt', {}, name), h('dd', {}, value))));
}

export function documents(list) {
    return (list || []).map((each) => each.number).join(', ');
}

export function pager(page, size, total, href) {
    const last = Math.max(1, Math.ceil(total / size));
    if (last === 1) {
        return null;
    }
    const link = (to, text, label) => (to < 1 || to > last || to === page
        ? h('span', { key: label, class: 'off', 'aria-hidden': 'true' }, text)
        : h('a', { key: label, href: href(to), 'aria-label': t(label) }, text));
    return h('nav', { class: 'pager', 'aria-label': t('pages') },
        link(1, '«', 'firstPage'), link(page - 1, '‹', 'previousPage'),
        h('span', { key: 'where' }, t('pageOf', { page: count(page), pages: count(last) })),
        link(page + 1, '›', 'nextPage'), link(last, '»', 'lastPage'));
}

export function loading() {
    return h('p', { class: 'muted', key: 'loading' }, t('loading'));
}
