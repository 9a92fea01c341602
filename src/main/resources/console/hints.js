// What to do about a failure, in the reader's language: the failure itself is told in Polish, often in Symfonia's bare words.

import { h } from './dom.js';
import { t } from './i18n.js';

const HINTS = [
    [/nie znaleziono towaru o kodzie/i, 'hint.product'],
    [/nie ma kodu/i, 'hint.noCode'],
    [/brak wystarczającej ilości|niewystarczając/i, 'hint.stock'],
    [/brak połączenia|nie odpowiada|przekroczono czas|timed out|HTTP 5\d\d/i, 'hint.away'],
    [/kontrahent.* już istnieje/i, 'hint.contractor'],
    [/okres.*zamkni|zamkni.*okres/i, 'hint.period'],
    [/nie wynika z pozycji/i, 'hint.sum'],
    [/w panelu sklepu nie ma/i, 'hint.dictionary'],
    [/jest nieczyteln|nie jest liczbą/i, 'hint.unreadable'],
    [/ani adresu dostawy/i, 'hint.address'],
    [/nie ma żadnej pozycji/i, 'hint.noLines'],
];

export function hint(error) {
    const found = HINTS.find(([words]) => words.test(error));
    const text = found && t(found[1]);
    return text && h('p', { class: 'advice', key: 'hint' }, h('b', {}, t('whatToDo')), ' ', text);
}
