/**
 * How letters look. Colours are of the system where a mail program knows no others; each pair has a contrast of 7 at least, and
 * long words and numbers break rather than widen a narrow screen.
 */
export const letterStyle = `
:root{color-scheme:light dark}
body{margin:0;padding:0;background:#f4f4f2;color:#1b1b1a;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
main{box-sizing:border-box;max-width:600px;margin:0 auto;padding:28px 24px;background:#fff}
h1{margin:0 0 20px;font-size:20px;line-height:1.3;font-weight:650}
p,ul,table{margin:0 0 16px}
ul{padding:0 0 0 20px}
span{white-space:nowrap}
table{width:100%;border-collapse:collapse}
th,td{padding:8px 0;border-top:1px solid #d9d9d4;text-align:start;vertical-align:top;font-weight:400}
td{padding-inline-start:16px;text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
tr:last-child th,tr:last-child td{border-top:2px solid #1b1b1a;border-bottom:0;font-weight:650}
@media (prefers-color-scheme:dark){
body{background:#141413;color:#ededea}
main{background:#1e1e1c}
th,td{border-top-color:#43433e}
tr:last-child th,tr:last-child td{border-top-color:#ededea}
}
`.trim();
