// Several dead letters at once: ticked in the list, then tried again or given up together, one after the other.

import { post } from './api.js';
import { act, ask, note } from './dialog.js';
import { h } from './dom.js';
import { count } from './format.js';
import { plural, t } from './i18n.js';
import { refresh, render } from './live.js';

/** A letter whose problem has become another one is not what was ticked. */
const keyOf = (letter) => `${letter.id} ${letter.step} ${letter.error ?? ''}`;

/** The ticked ones that can be seen. */
function ticked(here, causes) {
    const keys = here.kept.ticked || new Set();
    return causes.flatMap((cause) => cause.letters).filter((letter) => keys.has(keyOf(letter)));
}

export function tick(here, letter) {
    const keys = here.kept.ticked ??= new Set();
    const change = (event) => {
        keys[event.target.checked ? 'add' : 'delete'](keyOf(letter));
        render();
    };
    return h('input', { type: 'checkbox', class: 'acts', checked: keys.has(keyOf(letter)), 'aria-label': t('tick', { number: letter.number }), onchange: change });
}

/** What can be done with the ticked ones; it stays in sight while the list is scrolled. */
export function ticks(here, causes) {
    const chosen = ticked(here, causes);
    const tried = chosen.filter((letter) => letter.step !== 'REVIEW');
    return chosen.length > 0 && h('div', { class: 'ticks', key: 'ticks', role: 'group', 'aria-label': t('ticked') },
        h('b', { role: 'status' }, plural('ticked', chosen.length)),
        h('div', { class: 'buttons' },
            tried.length > 0 && h('button', { type: 'button', class: 'main', onclick: (e) => replay(e.currentTarget, here, tried) }, t('replayThese', { n: count(tried.length) })),
            h('button', { type: 'button', class: 'quiet', onclick: (e) => discard(e.currentTarget, here, chosen) }, t('discardThese', { n: count(chosen.length) })),
            h('button', { type: 'button', class: 'quiet', onclick: () => { here.kept.ticked.clear(); render(); } }, t('untick'))));
}

/** One that is refused, because it is being worked on for example, is told and stays ticked; the others go on. */
async function each(here, letters, work) {
    const refused = [];
    let done = 0;
    for (const letter of letters) {
        try {
            done += await work(letter);
            here.kept.ticked.delete(keyOf(letter));
        } catch (e) {
            refused.push(`${letter.number}: ${e.status ? e.message : t('noAnswer')}`);
        }
    }
    return { done, refused };
}

async function replay(button, here, letters) {
    const { done, refused } = await act(button, () => each(here, letters, async (letter) =>
        (await post(`/api/dead-letters/${letter.id}/replay`)).state === 'OPEN' ? 0 : 1)) || { done: 0, refused: [] };
    tell(plural('tickedReplayed', letters.length, { done: count(done) }), refused);
}

async function discard(button, here, letters) {
    const reason = await ask({
        title: plural('discardTickedTitle', letters.length), text: t('discardTickedText'), quote: letters.map((letter) => letter.number).join(', '),
        reason: t('reason'), action: t('discardThese', { n: count(letters.length) }), danger: true,
    });
    if (reason) {
        const { done, refused } = await act(button, () => each(here, letters, async (letter) => {
            await post(`/api/dead-letters/${letter.id}/discard`, { reason });
            return 1;
        })) || { done: 0, refused: [] };
        tell(plural('discardedAll', done), refused);
    }
}

function tell(words, refused) {
    note([words, ...refused].join('\n'), refused.length > 0);
    refresh();
}
