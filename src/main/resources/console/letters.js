// Dead letters by cause: what is stuck, why, since when, when the bridge tries again; and trying again now or giving up.

import { get, post } from './api.js';
import { refresh, render } from './live.js';
import { act, ask, note } from './dialog.js';
import { h } from './dom.js';
import { count, money, quantity, relative, time } from './format.js';
import { plural, t } from './i18n.js';
import { mendLink } from './mend.js';
import { hint, moment, pager } from './parts.js';
import { tick, ticks } from './selection.js';
import { areMany, orderPage, within } from './shops.js';

const SIZE = 50;
const MOST_UNFOLDED = 3;
const WAITS_FOR = ['PERSON', 'STOCK', 'SYSTEM'];
const TABS = ['OPEN', 'RESOLVED', 'DISCARDED'];

export const letters = {
    title: () => t('nav.letters'),
    load: (here) => get(tab(here) === 'OPEN' ? within('/api/dead-letter-causes')
        : within('/api/dead-letters', { state: tab(here), page: page(here), size: SIZE })),
    view: (here) => [
        h('header', { class: 'title', key: 'title' }, h('h1', {}, t('nav.letters')),
            here.data.causes && failed(here) > 0 && !narrowed(here) && h('div', { class: 'buttons acts' },
                h('button', { type: 'button', class: here.data.causes.some((cause) => cause.mend) ? '' : 'main', onclick: (e) => replayAll(e, failed(here)) }, t('replayAll')))),
        h('nav', { class: 'tabs', key: 'tabs', 'aria-label': t('lettersByState') }, TABS.map((name) =>
            h('a', { key: name, href: href(name), 'aria-current': tab(here) === name ? 'page' : null }, t(`letters.${name}`)))),
        tab(here) === 'OPEN' ? here.data.causes && open(here) : here.data.items && closed(here),
    ],
};

/** How many are tried again; a review is only looked at. */
function failed(here) {
    return here.data.causes.reduce((sum, cause) => sum + (isReview(cause) ? 0 : cause.count), 0);
}

export function isReview({ step }) {
    return step === 'REVIEW';
}

function tab(here) {
    return TABS.find((name) => name === here.query.get('state')) || 'OPEN';
}

function page(here) {
    return Math.max(1, Number(here.query.get('page')) || 1);
}

function href(state, to) {
    return within('#/dead-letters', { state: state === 'OPEN' ? '' : state, page: to > 1 ? to : '' });
}

function open(here) {
    return here.data.total === 0
        ? [h('p', { class: 'card empty good', key: 'none', role: 'status' }, t('noLetters'))]
        : [
            failed(here) > 0 && !narrowed(here) && h('p', { key: 'how', class: 'help' }, h('b', { role: 'status' }, plural('lettersOpen', failed(here))), ' ', t('lettersHelp')),
            here.data.total > failed(here) && !narrowed(here) && h('p', { key: 'review', class: 'help' }, h('b', { role: 'status' }, plural('toReview', here.data.total - failed(here))), ' ', t('reviewHelp')),
            WAITS_FOR.map((what) => group(here, what, shown(here).filter((cause) => cause.waitsFor === what))),
            ticks(here, shown(here)),
            narrowed(here) && h('p', { key: 'all' }, h('a', { href: within('#/dead-letters') }, t('allLetters'))),
        ];
}

function closed(here) {
    const name = tab(here);
    return [
        h('p', { key: 'how', class: 'muted', role: 'status' }, here.data.total > 0 && plural('lettersClosed', here.data.total), ' ', t(`letters.${name}.means`)),
        here.data.total === 0 ? h('p', { class: 'card empty', key: 'none' }, t('noLettersHere'))
            : h('ul', { class: 'card letters past', key: name }, here.data.items.map(pastLetter)),
        pager(page(here), SIZE, here.data.total, (to) => href(name, to)),
    ];
}

function pastLetter(letter) {
    return h('li', { key: letter.id },
        h('div', { class: 'row' },
            h('a', { href: orderPage(letter) }, letter.number), areMany() && h('span', { class: 'step' }, letter.shop),
            h('span', { class: 'step' }, t(`step.${letter.step}`)),
            h('span', { class: 'muted grow' }, time(letter.closedAt), ' · ', letter.step !== 'REVIEW' && plural('attempts', letter.attempts))),
        letter.reason && h('p', { class: 'pre reason' }, letter.reason),
        h('p', { class: 'pre muted' }, letter.error));
}

function narrowed(here) {
    return here.query.get('cause') || here.query.get('order');
}

/** All causes, the one of the address, or those that hold the order of the address. */
function shown(here) {
    const cause = here.query.get('cause');
    const order = Number(here.query.get('order'));
    return here.data.causes.filter((c) => (!cause || c.cause === cause) && (!order || c.letters.some((l) => l.shopOrderId === order && (!here.query.get('of') || l.shop === here.query.get('of')))));
}

/** What waits for the same: a person, goods, a system. */
function group(here, what, causes) {
    const id = `waits-${what}`;
    return causes.length > 0 && h('section', { class: 'group', key: id, 'aria-labelledby': id },
        h('h2', { id }, t(`waits.${what}`), ' ', h('span', { class: what === 'PERSON' ? 'many' : 'many others' }, count(causes.reduce((sum, c) => sum + c.orders, 0)))),
        causes.map((cause) => card(here, cause)));
}

function card(here, cause) {
    const id = `cause-${cause.cause}`;
    const single = cause.count === 1;
    const rows = cause.letters.map((letter) => item(here, letter));
    return h('section', { class: `card cause for-${cause.waitsFor.toLowerCase()}`, key: cause.cause, 'aria-labelledby': `${id} ${id}-why` },
        h('div', { class: 'head' },
            h('h3', { id }, cause.steps.map((step) => h('span', { class: 'step', key: step }, t(`step.${step}`))), ' ', plural('ordersStuck', cause.orders)),
            !single && h('div', { class: 'buttons acts' },
                !isReview(cause) && h('button', { type: 'button', class: cause.mend ? '' : 'main', onclick: (e) => replayCause(e, cause) }, t('replayThese', { n: count(cause.count) })),
                h('button', { type: 'button', class: 'quiet', onclick: (e) => discardCause(e, cause) }, t(isReview(cause) ? 'acknowledgeThese' : 'discardThese', { n: count(cause.count) })))),
        h('p', { class: 'pre error', id: `${id}-why` }, cause.error),
        hint(cause.hint),
        mendLink(cause.mend, cause.letters[0].shop),
        !single && cause.quantity && h('p', { key: 'wanted' }, t('wantedInAll', { code: cause.product, quantity: quantity(cause.quantity) })),
        !single && h('p', { class: 'muted', key: 'times' }, times(cause)),
        cause.letters.length <= MOST_UNFOLDED || narrowed(here) ? h('ul', { class: 'letters', key: 'open' }, rows)
            : h('details', { key: 'folded' }, h('summary', {}, t('showOrders', { n: count(cause.count) })), h('ul', { class: 'letters' }, rows)),
        cause.count > cause.letters.length && h('p', { class: 'muted' }, t('onlyFirst', { n: count(cause.letters.length) })));
}

export function times({ firstFailedAt, nextAttemptAt }) {
    return [t('since'), ' ', moment(firstFailedAt), nextAttemptAt && [' · ', t('nextTry'), ' ', next(nextAttemptAt)]];
}

function next(iso) {
    return iso && relative(iso).startsWith(t('in', { time: '' }).trim()) ? moment(iso) : t('soon');
}

function item(here, letter) {
    const payload = here.kept[letter.id];
    const review = isReview(letter);
    const end = t(review ? 'acknowledge' : 'discard');
    return h('li', { key: letter.id },
        h('div', { class: 'row' },
            tick(here, letter),
            h('a', { href: orderPage(letter) }, letter.number), areMany() && h('span', { class: 'step' }, letter.shop),
            h('span', { class: 'buyer' }, letter.buyer || '–'),
            h('b', { class: 'amount' }, money(letter.total, letter.currency)),
            letter.quantity && h('span', { class: 'step', key: 'wanted' }, t('wanted', { quantity: quantity(letter.quantity) })),
            h('span', { class: 'muted grow' }, times(letter), !review && [' · ', plural('attempts', letter.attempts)]),
            !review && h('button', { type: 'button', class: 'small acts', 'aria-label': `${t('replay')} ${letter.number}`, onclick: (e) => replay(e, letter) }, t('replay')),
            h('button', { type: 'button', class: 'small quiet acts', 'aria-label': `${end} ${letter.number}`, onclick: (e) => discard(e, letter) }, end)),
        !review && h('details', { class: 'payload', ontoggle: (e) => e.currentTarget.open && unfold(here, letter) },
            h('summary', {}, t('payload')),
            h('pre', { tabindex: '0', 'aria-label': t('payload') }, payload ?? t('loading'))));
}

async function unfold(here, letter) {
    if (here.kept[letter.id] === undefined) {
        try {
            const full = await get(`/api/dead-letters/${letter.id}`);
            here.kept[letter.id] = pretty(full.payload);
        } catch (e) {
            here.kept[letter.id] = e.message;
        }
        render();
    }
}

function pretty(payload) {
    if (!payload) {
        return t('noPayload');
    }
    try {
        return JSON.stringify(JSON.parse(payload), null, 2);
    } catch {
        return payload;
    }
}

export async function replay(event, letter) {
    const done = await act(event.currentTarget, () => post(`/api/dead-letters/${letter.id}/replay`));
    if (done) {
        const changes = done.changes.length > 0 ? ` ${t('changed')} ${done.changes.join('; ')}` : '';
        const open = done.state === 'OPEN';
        note(t(open ? 'stillStuck' : 'repaired', { number: letter.number, error: done.error }) + changes, open, letter.number);
        refresh();
    }
}

async function replayCause(event, cause) {
    replayed(await act(event.currentTarget, () => post(within(`/api/dead-letter-causes/${cause.cause}/replay`))));
}

async function replayAll(event, total) {
    const button = event.currentTarget;
    if (await ask({ title: plural('replayAllTitle', total), text: t('replayAllText'), action: t('replayAll') })) {
        replayed(await act(button, () => post(within('/api/dead-letters/replay'))));
    }
}

function replayed(done) {
    if (done) {
        note(plural('replayed', done.replayed));
        refresh();
    }
}

/** Each order of the cause is closed for good, so the question says how many; a review only is done. */
async function discardCause(event, cause) {
    const button = event.currentTarget;
    const review = isReview(cause);
    const closes = cause.steps.some((step) => step !== 'FEEDBACK') && plural('discardCauseText', cause.orders);
    const text = review ? t('acknowledgeText') : [cause.steps.includes('FEEDBACK') && t('discardFeedbackText'), closes].filter(Boolean).join(' ');
    const reason = await ask({
        title: plural(review ? 'acknowledgeCauseTitle' : 'discardCauseTitle', cause.orders), text,
        quote: cause.error, reason: t('reason'), action: t(review ? 'acknowledgeThese' : 'discardThese', { n: count(cause.count) }), danger: !review,
    });
    const done = reason && await act(button, () => post(within(`/api/dead-letter-causes/${cause.cause}/discard`), { reason }));
    if (done) {
        note(plural(review ? 'acknowledgedAll' : 'discardedAll', done.discarded) + (done.busy > 0 ? ` ${plural('discardBusy', done.busy)}` : ''), done.busy > 0);
        refresh();
    }
}

export async function discard(event, letter) {
    const button = event.currentTarget;
    const review = isReview(letter);
    const text = { FEEDBACK: 'discardFeedbackText', REVIEW: 'acknowledgeText' }[letter.step] || 'discardText';
    const reason = await ask({
        title: t(review ? 'acknowledgeTitle' : 'discardTitle', { number: letter.number }), text: t(text), reason: t('reason'), action: t(review ? 'acknowledge' : 'discard'), danger: !review,
    });
    if (reason && await act(button, () => post(`/api/dead-letters/${letter.id}/discard`, { reason }))) {
        note(t(review ? 'acknowledged' : 'discarded', { number: letter.number }), false, letter.number);
        refresh();
    }
}
