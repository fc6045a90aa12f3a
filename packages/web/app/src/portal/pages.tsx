import { Route, Routes } from 'react-router';
import { HomePage } from './home/home.page.js';

/** Every page of the portal. */
export function PortalPages() {
  return (
    <Routes>
      <Route path="/" element={<HomePage />} />
    </Routes>
  );
}
