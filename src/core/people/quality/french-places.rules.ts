/**
 * What a French postcode says of a town: its first figures are the department's. Names of departments, their regions and
 * chief towns, with a few great towns that are none; official facts (code officiel géographique). A small village is not
 * here: about it the postcode says nothing, and nothing is said.
 */
import { fold } from '../../kit/text.ts'

/** First figures of the postcodes, department, region, towns whose name stands for no other of the same size. */
const departments = `
01|Ain|Auvergne-Rhône-Alpes|Bourg-en-Bresse
02|Aisne|Hauts-de-France|Laon,Saint-Quentin
03|Allier|Auvergne-Rhône-Alpes|Moulins,Montluçon,Vichy
04|Alpes-de-Haute-Provence|Provence-Alpes-Côte d’Azur|Digne-les-Bains
05|Hautes-Alpes|Provence-Alpes-Côte d’Azur|Gap,Briançon
06|Alpes-Maritimes|Provence-Alpes-Côte d’Azur|Nice,Cannes,Antibes,Grasse
07|Ardèche|Auvergne-Rhône-Alpes|Privas,Annonay
08|Ardennes|Grand Est|Charleville-Mézières,Sedan
09|Ariège|Occitanie|Foix,Pamiers
10|Aube|Grand Est|Troyes
11|Aude|Occitanie|Carcassonne,Narbonne
12|Aveyron|Occitanie|Rodez,Millau
13|Bouches-du-Rhône|Provence-Alpes-Côte d’Azur|Marseille,Aix-en-Provence,Arles
14|Calvados|Normandie|Caen,Lisieux,Bayeux
15|Cantal|Auvergne-Rhône-Alpes|Aurillac
16|Charente|Nouvelle-Aquitaine|Angoulême,Cognac
17|Charente-Maritime|Nouvelle-Aquitaine|La Rochelle,Saintes,Rochefort
18|Cher|Centre-Val de Loire|Bourges,Vierzon
19|Corrèze|Nouvelle-Aquitaine|Tulle,Brive-la-Gaillarde
20|Corse|Corse|Ajaccio,Bastia
21|Côte-d’Or|Bourgogne-Franche-Comté|Dijon,Beaune
22|Côtes-d’Armor|Bretagne|Saint-Brieuc,Lannion,Dinan
23|Creuse|Nouvelle-Aquitaine|Guéret
24|Dordogne|Nouvelle-Aquitaine|Périgueux,Bergerac,Sarlat-la-Canéda
25|Doubs|Bourgogne-Franche-Comté|Besançon,Montbéliard
26|Drôme|Auvergne-Rhône-Alpes|Valence,Montélimar
27|Eure|Normandie|Évreux,Vernon
28|Eure-et-Loir|Centre-Val de Loire|Chartres,Dreux
29|Finistère|Bretagne|Quimper,Brest,Morlaix
30|Gard|Occitanie|Nîmes,Alès
31|Haute-Garonne|Occitanie|Toulouse,Colomiers
32|Gers|Occitanie|Auch
33|Gironde|Nouvelle-Aquitaine|Bordeaux,Arcachon,Libourne
34|Hérault|Occitanie|Montpellier,Béziers,Sète
35|Ille-et-Vilaine|Bretagne|Rennes,Saint-Malo,Fougères
36|Indre|Centre-Val de Loire|Châteauroux
37|Indre-et-Loire|Centre-Val de Loire|Tours
38|Isère|Auvergne-Rhône-Alpes|Grenoble
39|Jura|Bourgogne-Franche-Comté|Lons-le-Saunier,Dole
40|Landes|Nouvelle-Aquitaine|Mont-de-Marsan,Dax
41|Loir-et-Cher|Centre-Val de Loire|Blois,Vendôme
42|Loire|Auvergne-Rhône-Alpes|Saint-Étienne,Roanne
43|Haute-Loire|Auvergne-Rhône-Alpes|Le Puy-en-Velay
44|Loire-Atlantique|Pays de la Loire|Nantes,Saint-Nazaire
45|Loiret|Centre-Val de Loire|Orléans,Montargis
46|Lot|Occitanie|Cahors,Figeac
47|Lot-et-Garonne|Nouvelle-Aquitaine|Agen,Villeneuve-sur-Lot
48|Lozère|Occitanie|Mende
49|Maine-et-Loire|Pays de la Loire|Angers,Cholet,Saumur
50|Manche|Normandie|Saint-Lô,Cherbourg-en-Cotentin
51|Marne|Grand Est|Châlons-en-Champagne,Reims,Épernay
52|Haute-Marne|Grand Est|Chaumont,Saint-Dizier
53|Mayenne|Pays de la Loire|Laval,Mayenne
54|Meurthe-et-Moselle|Grand Est|Nancy,Lunéville
55|Meuse|Grand Est|Bar-le-Duc,Verdun
56|Morbihan|Bretagne|Vannes,Lorient
57|Moselle|Grand Est|Metz,Thionville
58|Nièvre|Bourgogne-Franche-Comté|Nevers
59|Nord|Hauts-de-France|Lille,Roubaix,Tourcoing,Dunkerque,Valenciennes,Douai
60|Oise|Hauts-de-France|Beauvais,Compiègne
61|Orne|Normandie|Alençon
62|Pas-de-Calais|Hauts-de-France|Arras,Calais,Boulogne-sur-Mer,Lens
63|Puy-de-Dôme|Auvergne-Rhône-Alpes|Clermont-Ferrand,Riom
64|Pyrénées-Atlantiques|Nouvelle-Aquitaine|Pau,Bayonne,Biarritz
65|Hautes-Pyrénées|Occitanie|Tarbes,Lourdes
66|Pyrénées-Orientales|Occitanie|Perpignan
67|Bas-Rhin|Grand Est|Strasbourg,Haguenau
68|Haut-Rhin|Grand Est|Colmar,Mulhouse
69|Rhône|Auvergne-Rhône-Alpes|Lyon,Villeurbanne
70|Haute-Saône|Bourgogne-Franche-Comté|Vesoul
71|Saône-et-Loire|Bourgogne-Franche-Comté|Mâcon,Chalon-sur-Saône
72|Sarthe|Pays de la Loire|Le Mans
73|Savoie|Auvergne-Rhône-Alpes|Chambéry
74|Haute-Savoie|Auvergne-Rhône-Alpes|Annecy,Annemasse
75|Paris|Île-de-France|Paris
76|Seine-Maritime|Normandie|Rouen,Le Havre,Dieppe
77|Seine-et-Marne|Île-de-France|Melun,Meaux,Fontainebleau
78|Yvelines|Île-de-France|Versailles,Saint-Germain-en-Laye
79|Deux-Sèvres|Nouvelle-Aquitaine|Niort
80|Somme|Hauts-de-France|Amiens,Abbeville
81|Tarn|Occitanie|Albi,Castres
82|Tarn-et-Garonne|Occitanie|Montauban
83|Var|Provence-Alpes-Côte d’Azur|Toulon,Fréjus,Hyères
84|Vaucluse|Provence-Alpes-Côte d’Azur|Avignon,Orange
85|Vendée|Pays de la Loire|La Roche-sur-Yon
86|Vienne|Nouvelle-Aquitaine|Poitiers,Châtellerault
87|Haute-Vienne|Nouvelle-Aquitaine|Limoges
88|Vosges|Grand Est|Épinal
89|Yonne|Bourgogne-Franche-Comté|Auxerre,Sens
90|Territoire de Belfort|Bourgogne-Franche-Comté|Belfort
91|Essonne|Île-de-France|Évry-Courcouronnes,Palaiseau
92|Hauts-de-Seine|Île-de-France|Nanterre,Boulogne-Billancourt,Antony
93|Seine-Saint-Denis|Île-de-France|Bobigny,Montreuil
94|Val-de-Marne|Île-de-France|Créteil,Vincennes
95|Val-d’Oise|Île-de-France|Cergy,Argenteuil
971|Guadeloupe|Guadeloupe|Pointe-à-Pitre
972|Martinique|Martinique|Fort-de-France
973|Guyane|Guyane|Cayenne
974|La Réunion|La Réunion|
976|Mayotte|Mayotte|Mamoudzou
`

type Department = { readonly code: string; readonly name: string; readonly region: string }

const byCode = new Map<string, Department>()
const byTown = new Map<string, string>()
/** Names of regions, old and new ones alike, folded. */
const regions = new Set<string>()

for (const row of departments.trim().split('\n')) {
  const [code = '', name = '', region = '', towns = ''] = row.split('|')
  byCode.set(code, { code, name, region })
  regions.add(fold(region))
  for (const town of towns.split(',')) if (town !== '') byTown.set(fold(town), code)
}

/** The department a French postcode is of, or undefined. */
export const departmentOf = (postcode: string): Department | undefined => {
  const figures = postcode.replace(/\D/g, '')
  if (figures.length !== 5) return undefined
  return byCode.get(figures.startsWith('97') ? figures.slice(0, 3) : figures.slice(0, 2))
}

/** A town without what the post adds to it: `PARIS CEDEX 05`, `Lyon 3e arrondissement`. */
const townOnly = (city: string): string =>
  fold(city)
    .replace(/ cedex.*$/, '')
    .replace(/ \d{1,2} ?(?:er|e|eme|nd)?(?: arrondissement| arrdt| arr)?$/, '')
    .replace(/\bste?\b/g, (short) => (short === 'st' ? 'saint' : 'sainte'))

/** First figures of the postcodes of a great French town, or undefined when it is none. */
export const figuresOfTown = (city: string): string | undefined => byTown.get(townOnly(city))

/** Whether a postcode and a great French town go together; undefined when the town is not known here. */
export function townAgrees(postcode: string, city: string): boolean | undefined {
  const figures = figuresOfTown(city)
  const department = departmentOf(postcode)
  return figures === undefined || department === undefined ? undefined : department.code === figures
}

/** Whether what is written as a region is another one than the postcode's; undefined when it names no French region nor department. */
export function regionAgrees(postcode: string, region: string): boolean | undefined {
  const department = departmentOf(postcode)
  const written = fold(region)
  const isDepartment = [...byCode.values()].some(({ name }) => fold(name) === written)
  if (department === undefined || !(regions.has(written) || isDepartment)) return undefined
  return written === fold(department.region) || written === fold(department.name)
}
