// Quick where JavaScript is there; every page works without it.

// The bar that says for which year and day a page is shown sends itself when a choice is made.
for (const form of document.querySelectorAll('form[data-auto-submit]')) {
  for (const field of form.querySelectorAll('select')) {
    field.addEventListener('change', () => form.requestSubmit());
  }
}

// Long tables get a field that hides the rows without the words typed.
for (const table of document.querySelectorAll('table[data-filter]')) {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const field = document.createElement('input');
  field.type = 'search';
  field.id = `${table.id}-filter`;
  field.className = 'kern-form-input__input';
  field.autocomplete = 'off';
  const label = document.createElement('label');
  label.className = 'kern-label';
  label.htmlFor = field.id;
  label.textContent = 'Tabelle durchsuchen';
  const count = document.createElement('p');
  count.className = 'wb-state';
  count.setAttribute('role', 'status');
  const box = document.createElement('div');
  box.className = 'kern-form-input wb-filter';
  box.append(label, field, count);
  (table.closest('.wb-scroll') ?? table).before(box);
  field.addEventListener('input', () => {
    const words = field.value.toLocaleLowerCase('de').split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLocaleLowerCase('de');
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    count.textContent = words.length ? `${shown} von ${rows.length} Zeilen` : '';
  });
}

// A list is searched, narrowed and sorted in place: what is typed stays, the focus too. Where the
// answer does not come, the browser goes there the usual way.
for (const form of document.querySelectorAll('form[data-list]')) {
  const list = form.closest('.wb-list');
  const status = list.querySelector('[data-list-status]');
  const hits = () => document.getElementById(form.dataset.list);
  let asked = new AbortController();
  let pause = 0;

  const show = async (url, { fields = false, column = -1 } = {}) => {
    clearTimeout(pause);
    asked.abort();
    asked = new AbortController();
    list.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(url, { signal: asked.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      hits().replaceWith(page.getElementById(form.dataset.list));
      takeOver(page, fields);
      history.replaceState(null, '', url);
      status.textContent = list.querySelector('[data-list-count]').textContent;
      if (column >= 0) hits().querySelectorAll('thead a')[column]?.focus();
    } catch (error) {
      if (error.name === 'AbortError') return;
      location.assign(url);
    }
    list.removeAttribute('aria-busy');
  };

  // What else on the page follows the list: its picture, its tiles, what other forms keep.
  const takeOver = (page, fields) => {
    for (const part of document.querySelectorAll('[data-list-part]')) {
      const next = page.querySelector(`[data-list-part="${part.dataset.listPart}"]`);
      part.replaceChildren(...(next?.childNodes ?? []));
    }
    const keptBy = 'form[data-auto-submit]';
    const [other, next] = [document.querySelector(keptBy), page.querySelector(keptBy)];
    for (const field of other?.querySelectorAll('input[type=hidden]') ?? []) field.remove();
    other?.prepend(...(next?.querySelectorAll('input[type=hidden]') ?? []));
    const asThere = page.querySelector('form[data-list]');
    for (const field of fields ? form.querySelectorAll('input, select') : []) {
      const value = asThere.elements[field.name]?.value;
      if (value !== undefined) field.value = value;
    }
  };

  const submit = () => {
    const pairs = [...new FormData(form)].filter(([, value]) => value !== '');
    const usual = { sortierung: form.dataset.sort, richtung: 'auf' };
    const query = new URLSearchParams(pairs.filter(([name, value]) => usual[name] !== value));
    const url = new URL(form.action);
    return show(`${url.pathname}${query.size ? `?${query}` : ''}${url.hash}`);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) submit();
  });
  form.addEventListener('input', (event) => {
    if (event.target.type !== 'search') return;
    clearTimeout(pause);
    pause = setTimeout(submit, 250);
  });
  list.addEventListener('click', (event) => {
    const link = event.target.closest('thead a, .wb-list__reset');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const column = [...hits().querySelectorAll('thead a')].indexOf(link);
    if (column < 0) form.querySelector('input[type=search]').focus();
    show(link.href, { fields: true, column });
  });
}

// A refused form: read the summary of what is wrong first.
document.querySelector('[data-error-summary]')?.focus();

// A link into a closed part of the page (a field, a term) opens it.
const open = () => {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  for (let part = target || null; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) part.open = true;
  }
};
addEventListener('hashchange', open);
open();

// On paper there is nothing to unfold.
addEventListener('beforeprint', () => {
  for (const part of document.querySelectorAll('main details:not([open])')) {
    part.open = true;
    part.dataset.printed = '';
  }
});
addEventListener('afterprint', () => {
  for (const part of document.querySelectorAll('details[data-printed]')) {
    part.open = false;
    delete part.dataset.printed;
  }
});

// What is to be copied marks itself, and copies itself where the browser lets it.
for (const field of document.querySelectorAll('.wb-copy input')) {
  field.addEventListener('focus', () => field.select());
  if (!navigator.clipboard) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'kern-btn kern-btn--secondary';
  const label = document.createElement('span');
  label.className = 'kern-label';
  label.textContent = 'Kopieren';
  button.append(label);
  const told = document.createElement('p');
  told.className = 'wb-state';
  told.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value);
    told.textContent = 'Kopiert.';
  });
  field.parentElement.append(button, told);
}
