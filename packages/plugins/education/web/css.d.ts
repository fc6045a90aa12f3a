/** Styles are fetched with the page that imports them. */
declare module '*.css';
