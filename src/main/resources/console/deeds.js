// What a person can do about an order, and what each of it does at once.

import { post, query } from './api.js';
import { refresh } from './live.js';
import { correction } from './correction.js';
import { act, ask, note } from './dialog.js';
import { h } from './dom.js';
import { plural, t } from './i18n.js';
import { discard, isReview, replay, times } from './letters.js';
import { mendLink } from './mend.js';
import { hint } from './parts.js';
import { areMany, within } from './shops.js';

export const isIssued = (o) => o.erpOrderId !== null && o.erpOrderId !== undefined;

/** Why the order is stuck, and what can be done about it, each with what it does at once. */
export function trouble(o) {
    const all = [...o.problems.flatMap((p) => ofProblem(o, p)), ...ofOrder(o, new Set(o.problems.map((p) => p.step)))];
    return h('section', { class: 'trouble', key: 'problem', 'aria-labelledby': 'problem' },
        h('h2', { id: 'problem' }, t(o.problems.every(isReview) ? 'review' : 'problem')),
        o.problems.map((p) => h('div', { key: `${p.step} ${p.cause}` },
            h('p', { class: 'pre' }, p.error), hint(p.hint), mendLink(p.mend, o.shop),
            h('p', { class: 'muted', key: 'times' }, times(p), !isReview(p) && [' · ', plural('attempts', p.attempts)]))),
        correction(o),
        h('ul', { class: 'deeds', 'aria-label': t('actions') }, all.map(({ key, does, acts, control }) => h('li', { key, class: acts && 'acts' },
            control({ 'aria-describedby': `does-${key}` }), h('span', { id: `does-${key}` }, does)))),
        h('p', { class: 'muted' }, h('a', { href: within('#/dead-letters', { order: o.shopOrderId, of: areMany() ? o.shop : '' }) }, t('toDeadLetters'))));
}

/** The same for an order that nothing is wrong with: what it does is said before it is done. */
export function buttons(o) {
    return h('div', { class: 'buttons', role: 'group', 'aria-label': t('actions') },
        ofOrder(o, new Set()).map(({ key, does, control }) => control({ key, title: does })));
}

function button(key, label, does, cls, onclick) {
    return { key, does, acts: true, control: (more) => h('button', { type: 'button', class: `${cls} acts`, onclick, ...more }, label) };
}

function ofProblem(o, problem) {
    const letter = { ...problem, number: o.number };
    const end = t(isReview(problem) ? 'acknowledge' : 'discard');
    const ending = { FEEDBACK: 'discardFeedbackText', REVIEW: 'acknowledgeText' }[problem.step] || 'discardText';
    return [
        ...(problem.arguments.ways || '').split(' ').filter(Boolean).map((way) =>
            button(`accept-${way}`, t(`accept.${way}`), `${t(`accept.${way}.means`)}${then(o)}`, 'main', (e) => accept(e, o, way, problem.arguments))),
        !isReview(problem) && button(`replay-${problem.id}`, t('replay'), again(o, problem), problem.arguments.ways || problem.mend ? '' : 'main', (e) => replay(e, letter)),
        button(`discard-${problem.id}`, end, t(ending), 'quiet', (e) => discard(e, letter)),
    ].filter(Boolean);
}

function again(o, { step }) {
    const zmo = o.erpNumber || o.erpOrderId;
    switch (step) {
        case 'REALISE': return t('does.realise', { document: t(`given.${o.document || 'ANY'}`), zmo });
        case 'FEEDBACK': return t('does.feedback');
        default: return t(isIssued(o) ? 'does.edit' : 'does.import', { zmo }) + then(o);
    }
}

/** @param steps those that another try goes on with: the same needs no second button */
function ofOrder(o, steps) {
    return [
        !isIssued(o) && !steps.has('IMPORT') && button('import', t('import'), t('does.import') + then(o), 'main', (e) => run(e, o, 'import')),
        isIssued(o) && o.state !== 'REALISED' && !steps.has('REALISE')
            && button('realise', t('realise'), t('does.realise', { document: t(`given.${o.document || 'ANY'}`), zmo: o.erpNumber || o.erpOrderId }), steps.size > 0 ? '' : 'main', (e) => realise(e, o)),
        isIssued(o) && button('reimport', t('reimport'), t('does.reimport') + then(o), '', (e) => reimport(e, o)),
        o.shopUrl && { key: 'shop', does: t('does.open'), control: (more) => h('a', { class: 'button', href: o.shopUrl, target: '_blank', rel: 'noopener noreferrer', ...more }, t('openInShop')) },
    ].filter(Boolean);
}

/** What follows by itself, because the order is paid, or a person has had it realised before. */
function then(o) {
    const again = o.salesDocuments.length > 0;
    return o.sellsAtOnce ? ` ${t(again ? 'thenSecond' : 'thenDocument', { document: t(`${again ? 'second' : 'one'}.${o.document || 'ANY'}`) })}` : '';
}

async function accept(event, o, way, { difference, total }) {
    const button = event.currentTarget;
    const reason = await ask({
        title: t('acceptTitle', { number: o.number, difference }), text: `${t(`accept.${way}.means`)} ${t('acceptText', { total })}${then(o)}`, reason: t('reason'), action: t(`accept.${way}`),
    });
    if (reason) {
        tell(await act(button, () => post(call(o, 'accept-difference'), { as: way, reason })));
    }
}

/** Every action names the order's shop: another one may have an order of the same number. */
export function call(o, action, values = {}) {
    return `/api/orders/id:${o.shopOrderId}/${action}${query({ shop: o.shop, ...values })}`;
}

async function run(event, o, what) {
    const done = await act(event.currentTarget, () => post(call(o, what)));
    tell(done);
}

async function realise(event, o) {
    const button = event.currentTarget;
    const sure = await ask({
        title: t('realiseTitle', { number: o.number }), text: t('realiseText', { zmo: o.erpNumber || o.erpOrderId }), action: t('realise'),
    });
    if (sure) {
        tell(await act(button, () => post(call(o, 'realise'))));
    }
}

const CONFIRMABLE = new Set(['ZMO_STILL_EXISTS', 'ZMO_GONE']);

/** The bridge asks the ERP first; while the ZMO exists there, it wants to hear a second yes. */
async function reimport(event, o) {
    const button = event.currentTarget;
    if (!await ask({ title: t('reimportTitle', { number: o.number }), text: t('reimportText') + then(o), action: t('reimport') })) {
        return;
    }
    let doubt = null;
    const done = await act(button, () => post(call(o, 'reimport')).catch((e) => {
        if (!CONFIRMABLE.has(e.code)) {
            throw e;
        }
        doubt = e.message;
        return null;
    }));
    if (doubt && await ask({ title: t('reimportAgainTitle'), text: t('reimportAgainText') + then(o), quote: doubt, action: t('reimportAgain'), danger: true })) {
        tell(await act(button, () => post(call(o, 'reimport', { confirm: true }))));
    } else {
        tell(done);
    }
}

function tell(done) {
    if (done) {
        const bad = done.problems.some((p) => p.step === 'IMPORT' || p.step === 'REALISE'); // a review holds nothing up
        note(t(bad ? 'doneBad' : 'done', { number: done.number, state: t(`state.${done.state}`), problem: done.problem || '' }), bad, done.number);
        refresh();
    }
}
