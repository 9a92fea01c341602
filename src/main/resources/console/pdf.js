// What became of the PDFs of an order's invoices: saved, sent, or why not; and a person's wish to have it done again.

import { post } from './api.js';
import { call } from './deeds.js';
import { act, ask, note } from './dialog.js';
import { h } from './dom.js';
import { time } from './format.js';
import { t } from './i18n.js';
import { refresh } from './live.js';

/** A line for each invoice whose PDF is wanted; nothing where none is. */
export function pdf(o) {
    const wanted = o.salesDocuments.filter((each) => each.pdf);
    return wanted.length > 0 && [
        wanted.map(({ id, number, pdf: its }) => h('div', { key: `pdf ${number}` },
            h('a', { href: call(o, 'document.pdf', { document: id }), download: '' }, number), ' ',
            [file(its), mail(its), its.dueAt && its.needsKsef && t('pdf.needsKsef')].filter(Boolean).join(', '),
            its.problem && h('div', { class: 'muted' }, its.problem))),
        h('button', { key: 'again', type: 'button', class: 'acts', onclick: (e) => again(e, o) }, t('pdf.again')),
    ];
}

function file(its) {
    return its.file !== 'NONE' && t(`pdf.file.${its.file}`, { file: its.savedAs || '' });
}

function mail(its) {
    return its.mail !== 'NONE' && t(`pdf.mail.${its.mail}`, { at: its.sentAt ? time(its.sentAt) : '' });
}

async function again(event, o) {
    const button = event.currentTarget;
    if (await ask({ title: t('pdf.againTitle', { number: o.number }), text: t('pdf.againText'), action: t('pdf.again') })
        && await act(button, () => post(call(o, 'pdf')))) {
        note(t('pdf.asked', { number: o.number }), false, o.number);
        refresh();
    }
}
