// Is everything all right? The verdict first, then what is stuck, then the pictures.

import { get, post, query } from './api.js';
import { refresh, render } from './live.js';
import { chart, legend, table } from './chart.js';
import { act, ask, note } from './dialog.js';
import { h } from './dom.js';
import { clock, count, duration, relative, time } from './format.js';
import { plural, t } from './i18n.js';
import { moment, waiting } from './parts.js';
import { areMany, chosen, within } from './shops.js';

const STATES = ['RECEIVED', 'ISSUED', 'REALISED', 'CLOSED'];
const MOST_CAUSES = 4;
const MOST_SHOPS = 8;
const PICTURE_STAYS = 20000;

export const start = {
    title: () => t('nav.start'),
    load(here) {
        paint(here);
        return get(within('/api/dead-letter-causes'));
    },
    view({ data, kept }, summary) {
        const history = kept.history;
        return [
            verdict(summary),
            ...summary.erpStopped.map(stopped),
            ...['routes', 'documents'].map((what) => summary[what].problems.length > 0 && refused(what, summary[what].problems)),
            data.causes.length > 0 && causes(data),
            h('ul', { class: 'tiles', key: 'states', 'aria-label': t('ordersByState') }, STATES.map((s) => tile(s, summary.orders[s]))),
            history && h('div', { class: 'two', key: 'pictures' }, picture(history.hours, false), picture(history.days, true)),
            history && h('div', { class: 'two', key: 'times' },
                took('shopToZmo', history.shopToZmo), took('paidToDocument', history.paidToDocument)),
        ];
    },
};

/** The pictures come when they are counted; the verdict does not wait for them. */
async function paint(here) {
    if (here.kept.paintedAt > Date.now() - PICTURE_STAYS) {
        return;
    }
    here.kept.paintedAt = Date.now();
    try {
        here.kept.history = await get(within('/api/history'));
        render();
    } catch {
        here.kept.paintedAt = 0; // the summary, asked at the same time, says what is wrong
    }
}

/** What needs a person comes first, then what is wrong with a system. */
function judged(summary) {
    const broken = outOfOrder(summary);
    const stuck = waiting(summary);
    if (broken) {
        const [words, means] = broken;
        return ['bad', summary.needsPerson > 0 ? `${stuck}. ${words}` : words, means];
    }
    if (summary.needsPerson > 0) {
        return ['warn', stuck, t(summary.deadLetters > 0 ? 'stuckMeans' : 'toReviewMeans')];
    }
    if (summary.backup?.failure) {
        return ['warn', t('backupFailed'), t('backupFailedMeans')];
    }
    if (stuck) {
        return ['calm', stuck, t('waitsMeans')];
    }
    return summary.lastPoll ? ['good', t('allRight'), t('allRightMeans')] : ['calm', t('noPollYet'), t('noPollYetMeans')];
}

function outOfOrder(summary) {
    if (summary.erpStopped.length > 0) {
        return [t('stoppedVerdict'), t('stoppedVerdictMeans')];
    }
    if (summary.away.length > 0) {
        return [summary.away.map((s) => t(`away.${s}`)).join(' '), t('awayMeans')];
    }
    return summary.pollLate ? [t('pollLate'), t('pollLateMeans')] : null;
}

const SEEN = { AWAY: ['away', 'isAway'], ANSWERS: ['here', 'isHere'], UNASKED: ['unasked', 'isUnasked'] };

/** Whether a system is away, has answered, or has not been asked since the start; of one that is away also when it answered last. */
function system({ system: name, state, answeredAt }) {
    const [cls, words] = SEEN[state];
    return h('li', { key: name, class: cls, title: answeredAt && t('answeredLast', { time: time(answeredAt) }) },
        t(`system.${name}`), ' ', h('span', {}, t(words), state === 'AWAY' && answeredAt && [' · ', t('answeredLast', { time: clock(answeredAt) })]));
}

const MARKS = { good: '✓', warn: '!', bad: '✕', calm: '…' };

function verdict(summary) {
    const [kind, words, means] = judged(summary);
    return h('section', { class: `verdict ${kind}`, key: 'verdict', 'aria-labelledby': 'verdict' },
        h('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[kind]),
        h('div', { class: 'words' },
            h('h1', { id: 'verdict' }, words),
            h('p', { class: 'unseen', role: 'status' }, words),
            kind === 'bad' && summary.needsPerson === 0 && waiting(summary) && h('p', { class: 'waiting', key: 'waiting' }, waiting(summary)),
            h('p', { key: 'means' }, means),
            summary.statusDateOff?.length > 0 && h('p', { class: 'muted', key: 'statusDateOff' }, t('statusDateOff', { shops: summary.statusDateOff.map((off) => off.shop).join(', ') })),
            summary.backup?.failure && h('p', {}, t('backupWords', { words: summary.backup.failure })),
            h('ul', { class: 'systems' }, summary.systems.map(system))),
        h('div', { class: 'poll' },
            h('p', {}, t('lastPoll'), ' ', h('b', {}, summary.lastPoll ? relative(summary.lastPoll) : t('never'))),
            h('p', { class: 'muted' }, t('nextPoll'), ' ', relative(summary.nextPoll)),
            (!areMany() || chosen()) && h('button', { type: 'button', class: 'acts', onclick: (e) => pollNow(e.currentTarget) }, t('pollNow'))),
        summary.shops.length > 1 && troubled(summary.shops));
}

/** Of many shops those that are away or late, by name. */
function troubled(shops) {
    const bad = shops.filter((s) => s.away.length > 0 || s.pollLate);
    return bad.length > 0 && h('ul', { class: 'troubled' }, bad.slice(0, MOST_SHOPS).map((s) => h('li', { key: s.shop },
        h('a', { href: within('#/', { shop: s.shop }) }, s.shop), ' ',
        s.away.length > 0 ? s.away.map((a) => t(`away.${a}`)).join(' ') : t('pollLate'))));
}

/** Edited routes, or rules for documents, that are not used; the words are those of the log. */
function refused(what, problems) {
    return h('section', { class: 'card refused', key: what, 'aria-labelledby': what },
        h('h2', { id: what }, t(`${what}Refused`)),
        h('div', { role: 'alert' },
            h('p', {}, t(`${what}RefusedMeans`)),
            h('ul', {}, problems.map((words) => h('li', { key: words }, words)))));
}

/** An ERP that nothing is written to until a person has looked at it. */
function stopped(stop) {
    return h('section', { class: 'card refused', key: `stopped ${stop.erp}` },
        h('h2', {}, t('erpStopped', { erp: stop.erp })),
        h('p', { role: 'alert' }, t('erpStoppedMeans', { since: relative(stop.since) })),
        h('p', {}, h('a', { href: within('#/dead-letters') }, t('toDeadLetters'))),
        h('button', { type: 'button', class: 'acts', onclick: (e) => resume(e.currentTarget, stop) }, t('resume')));
}

async function resume(button, stop) {
    const sure = await ask({ title: t('resumeTitle'), text: t('resumeText', { erp: stop.erp }), action: t('resume') });
    if (sure && await act(button, () => post(`/api/erp/resume${query({ erp: stop.erp })}`))) {
        note(t('resumed', { erp: stop.erp }));
        refresh();
    }
}

async function pollNow(button) {
    const done = await act(button, () => post(within('/api/poll')));
    if (done) {
        note(plural('polled', done.received, { watched: count(done.watched) }));
        refresh();
    }
}

function tile(state, orders) {
    return h('li', { key: state }, h('a', { class: `tile ${state.toLowerCase()}`, href: within('#/orders', { state }) },
        h('span', { class: 'name' }, t(`state.${state}`)),
        h('b', {}, count(orders)),
        h('span', { class: 'hint' }, t(`state.${state}.means`))));
}

function causes(stuck) {
    const rest = stuck.causes.length - MOST_CAUSES;
    return h('section', { class: 'card', key: 'stuck', 'aria-labelledby': 'stuck' },
        h('h2', { id: 'stuck' }, t('whatIsStuck')),
        h('ul', { class: 'stuck' }, stuck.causes.slice(0, MOST_CAUSES).map((c) => h('li', { key: c.cause },
            h('a', { href: within('#/dead-letters', { cause: c.cause }) },
                h('b', { class: c.waitsFor === 'PERSON' ? 'many' : 'many others' }, count(c.orders)),
                h('span', { class: 'why' }, h('span', { class: `step for-${c.waitsFor.toLowerCase()}` }, t(`waits.${c.waitsFor}`)), ' ', c.error),
                h('span', { class: 'muted when' }, moment(c.firstFailedAt)))))),
        h('p', {}, h('a', { href: within('#/dead-letters') }, rest > 0 ? plural('moreCauses', rest) : t('toDeadLetters'))));
}

function picture(buckets, daily) {
    const id = daily ? 'days' : 'hours';
    return h('section', { class: 'card', key: id, 'aria-labelledby': id },
        h('h2', { id }, t(daily ? 'last30d' : 'last24h')), legend(buckets), chart(buckets, daily), table(buckets, daily));
}

function took(name, { orders, median, p95 }) {
    return h('section', { class: 'card took', key: name, 'aria-labelledby': name },
        h('h2', { id: name }, t(`took.${name}`)),
        h('dl', {},
            h('div', {}, h('dt', {}, t('median')), h('dd', {}, duration(median))),
            h('div', {}, h('dt', {}, t('p95')), h('dd', {}, duration(p95)))),
        h('p', { class: 'muted' }, plural('tookOf', orders)));
}
