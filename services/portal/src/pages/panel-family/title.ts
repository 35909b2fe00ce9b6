/** What the page is called wherever it is led to. */
export const panelFamilyTitle = 'What the family asks'
