// Shows the API's description with the reader that is loaded before this file.
const place = document.getElementById('api');
globalThis.SwaggerUIBundle({
  url: place.dataset.description,
  domNode: place,
  docExpansion: 'list',
  deepLinking: true,
  defaultModelsExpandDepth: -1,
  validatorUrl: null,
});
