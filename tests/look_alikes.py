"""What people write that looks like a personal number and is none, and how days and hours are written."""

LOOK_ALIKES = """
Ordre 4500123456
Ordrenr. 1503685010
Bestilling 150368501
Ordre nr. 2026-150368
Bestillingsnummer: 1203685010
Faktura nr. 1503685010
Faktura 2026-00150368
Rekvisition 0512345010
Kunde nr. 1203 6850
Tilbud 15.03.2026-2
Konto 1234 1503685007
Reg.nr. 1551 konto 0012345678
Kontonr. 5301-0503681010
9570 0001503685
IBAN DK50 0040 0440 1162 43
DK5012341503685007
IBAN DE89 3704 0044 0532 0130 00
SWIFT DABADKKK, konto 4180 1203685010
FIK +75< 000000001503684 < 83451234
ISBN 978-87-02-15036-8
ISBN 87-15-03685-7
ISBN 1503685007
ISSN 1503-6850
EAN 5798003685010
EAN-nr. 5790001503685
GLN 5790 0015 0368 5
Varenr. 1503685010
Stregkode 5701234150368
CVR 15036850
CVR-nr. 15 03 68 50
P-nr. 1003685010
P-nummer 1012036850
SE-nr. 12 03 68 50
+45 12 03 68 50
+4512036850
0045 12 03 68 50
tlf. 70 12 05 68
Telefon 20 11 12 50, 20 11 12 51
70 12 05 68 / 70 12 05 69
+46 8 150 368 50
+44 20 7946 0958
+49 30 12036850
lokal 5010, tlf. 12 03 68
Lilleby den 01.01.2026 - 9000 Aalborg
12.05.24, 9000 Aalborg
Mødet 12-05-2026, 5000 Odense C
15.03.2026
2500 Valby
1. maj 2026, 8000 Aarhus C
01.05.2026 4000 Roskilde
Postnumrene 1203, 6850 og 5010
8000, 8200, 8210 og 8220
00370730254738104538
JD0002 1503 6850 10
CJ150368501DK
Pakke 00057151503685010123
1Z 999 AA1 01 2345 6784
29-11-2026 14:30
29 Nov 2026 03:02:24 -0000
2026-11-29T03:02:24+01:00
29.11.2026 kl. 14.30-16.00
29.11.26 14.30
2026-11-29 03:02:24,123 INFO
20261129030224
20261129T030224Z
IMG_20261129_030224.jpg
55.676098, 12.568337
12.0503, 55.6850
N 55° 40' 12.05", E 12° 34' 06.85"
UTM 32 150368 6850100
version 15.3.68.5010
v1.12.0368-5
10.12.36.85
192.168.150.36:8501
26/12345
Sag 26/150368
J.nr. 2026-1203-6850
Journalnr. 12.03.68-K08-5-10
KLE 27.15.03-P19-5010
sagsnr. 1503685010
1.203.685,50 kr.
1503685,10 kr
12.036.850 kroner
150368 kr. 5010 kr.
den 15. marts 1968, 5010 kroner
15.03.68 - 5000 kr
15.03.2026: 5010 besøg
5010 i 2024, 6850 i 2025
2024-2025, 2025-2026
1203 af 6850 borgere
uge 12, 36, 85 og 50
1 2 3 4 5 6 7 8 9 10
0512 og 3685
matr.nr. 12 a, 0368 5010
BBR 101-150368
Nummerplade AB 12 036
stelnr. WVWZZZ1JZ3W150368
Licens 1503-6850-1012-3456
kort 4571 1203 6850 1012
MAC 12:03:68:50:10:aa
550e8400-e29b-41d4-a716-446655440000
258fdb1503685007aeef6a4c088a6b8a
#120368
ISO 9001:2015, 12-03
LOV nr. 1503 af 12/05/2026
BEK nr 1203 af 15.03.2026
DS/EN 1203-6850
RAL 1203 685
§ 12, stk. 3, 68 og 50
side 1203-1210, 5010
10l mælk, 12O kroner
""".strip().split("\n")
"""Lines in which nothing is found: orders, accounts, books, companies, telephones, dates with postcodes, and others."""

MOMENTS = """
%d %b %Y %H:%M:%S -0000
%a, %d %b %Y %H:%M:%S +0100
%a, %d %b %Y %H:%M:%S GMT
%a %b %d %H:%M:%S %Y
%d-%m-%Y %H:%M
%d-%m-%Y %H:%M:%S
%d-%m-%Y kl. %H:%M
%d-%m-%Y kl. %H.%M
%d-%m-%Y %H-%M
%d-%m-%Y %H%M
%d-%m-%Y %H:%M - %d-%m-%Y %H:%M
%d-%m-%y %H:%M:%S
%d-%m-%y kl. %H.%M
%d-%m-%y - %d-%m-%y
%d.%m.%Y %H.%M
%d.%m.%Y, %H:%M
%d.%m.%Y.%H.%M
%d.%m.%Y kl. %H.%M-%H.%M
%d.%m.%Y-%d.%m.%Y
%d.%m.%y %H.%M
%d.%m.%y, %H:%M
%d.%m.%y - %d.%m.%y
%d/%m/%Y %H:%M:%S
%d/%m-%y %H.%M
%d/%m %H.%M
%d. %B %Y %H:%M
%d. %b. %Y, %H:%M
%d %b %y %H:%M +0200
%d%m%Y %H.%M
%m/%d/%Y %I:%M %p
%m/%d/%y, %H:%M
%H:%M %d-%m-%Y
%H.%M, %d.%m.%y
%H:%M:%S -0000
%Y-%m-%d
%Y-%m-%d %H:%M
%Y-%m-%d %H.%M
%Y-%m-%d, %H%M
%Y-%m-%d %H:%M:%S
%Y-%m-%d %H:%M:%S,123
%Y-%m-%d %H:%M:%S.%f
%Y-%m-%d %H:%M:%S +0000
%Y-%m-%d_%H-%M-%S
%Y-%m-%d/%Y-%m-%d
%Y-%m-%dT%H:%M
%Y-%m-%dT%H:%M:%S+01:00
%Y-%m-%dT%H:%M:%S-0500
%Y-%m-%dT%H:%M:%SZ
%Y-%m-%dT%H:%M:%S.%fZ
%Y%m%d%H%M%S
%Y%m%d-%H%M%S
%Y%m%dT%H%M%S
%Y%m%dT%H%M%SZ
%Y%m%dT%H%M%S+0100
%Y:%m:%d %H:%M:%S
%Y.%m.%d.%H.%M.%S
D:%Y%m%d%H%M%S+01'00'
[%d/%b/%Y:%H:%M:%S +0100]
[%Y-%m-%d %H:%M:%S.123456+01]
| %d-%m-%Y | %H:%M | %H:%M |
| %d.%m.%Y | %H.%M |
| %d-%m-%Y | %H%M |
%d.%m.%Y - 9000 Aalborg
%d.%m.%y - 9000 Aalborg
%d.%m.%Y, 5000 Odense C
""".strip().split("\n")
"""Formats of strftime: of the last 26 years no day and hour written so is found, nor covered where texts are shown."""
