import { createTheme, Drawer, Modal } from '@mantine/core';

/**
 * Only defaults that need no generated style sheet: the page runs under a content security policy without
 * `unsafe-inline`, so that Mantine's static variables are used and scroll locking, which injects a style, is off.
 */
export const theme = createTheme({
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false } }),
  },
});
