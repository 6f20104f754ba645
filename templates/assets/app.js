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
