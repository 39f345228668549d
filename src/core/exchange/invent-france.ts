/** France, where most of the invented people live. */
import { type City, type Land, landOf } from './invent-land.ts'
import { frenchFamilies, frenchMen, frenchWomen } from './invent-names.ts'

/** First figures of the numbers that Arcep keeps for fiction, by the zone of the department (decision 2018-0881, 2.5.12). */
const zones = {
  paris: '01 99 00 xx xx',
  west: '02 61 91 xx xx',
  east: '03 53 01 xx xx',
  southEast: '04 65 71 xx xx',
  southWest: '05 36 49 xx xx',
} as const

const citiesOf = (phone: string, text: string): readonly City[] =>
  text.split(',').map((part) => {
    const [, postcode = '', city = ''] = /^\s*(\d{5}) (.+)$/.exec(part) ?? []
    return { postcode, city, region: '', phone }
  })

const cities: readonly City[] = [
  ...citiesOf(
    zones.paris,
    `75005 Paris, 75006 Paris, 75011 Paris, 75013 Paris, 75014 Paris, 75015 Paris, 75018 Paris, 75020 Paris,
    78000 Versailles, 91400 Orsay, 92100 Boulogne-Billancourt, 92120 Montrouge, 92330 Sceaux, 93100 Montreuil,
    94110 Arcueil, 94250 Gentilly, 94300 Vincennes, 77300 Fontainebleau`,
  ),
  ...citiesOf(
    zones.west,
    `44000 Nantes, 35000 Rennes, 29200 Brest, 29000 Quimper, 14000 Caen, 76000 Rouen, 49000 Angers, 37000 Tours,
    45000 Orléans, 72000 Le Mans, 56000 Vannes, 22000 Saint-Brieuc, 50100 Cherbourg-en-Cotentin, 41000 Blois,
    85100 Les Sables-d’Olonne`,
  ),
  ...citiesOf(
    zones.east,
    `67000 Strasbourg, 68000 Colmar, 54000 Nancy, 57000 Metz, 21000 Dijon, 25000 Besançon, 51100 Reims, 59000 Lille,
    80000 Amiens, 62000 Arras, 88100 Saint-Dié-des-Vosges, 10000 Troyes, 39100 Dole, 71100 Chalon-sur-Saône`,
  ),
  ...citiesOf(
    zones.southEast,
    `69002 Lyon, 69400 Villefranche-sur-Saône, 38000 Grenoble, 42100 Saint-Étienne, 13008 Marseille,
    13100 Aix-en-Provence, 34000 Montpellier, 06000 Nice, 74000 Annecy, 73000 Chambéry, 63000 Clermont-Ferrand,
    30000 Nîmes, 84000 Avignon, 26000 Valence, 20200 Bastia, 05100 Briançon`,
  ),
  ...citiesOf(
    zones.southWest,
    `31000 Toulouse, 33000 Bordeaux, 64000 Pau, 86000 Poitiers, 87000 Limoges, 17000 La Rochelle, 24000 Périgueux,
    47000 Agen, 81000 Albi, 64200 Biarritz, 65000 Tarbes, 12000 Rodez`,
  ),
]

const text = landOf({
  code: 'FR',
  country: 'France',
  weight: 140,
  cities: '75014: Paris',
  streets: `{n} rue des Tilleuls | {n} rue de la République | {n} avenue du Maréchal-Foch | {n} chemin des Écoliers |
    {n} impasse du Moulin | {n} boulevard Gambetta | {n} allée des Peupliers | {n} quai Saint-Vincent |
    {n} rue de l’Abbé-Grégoire | {n} route de Genève | {n} montée des Carmes | {n} square Jean-Moulin |
    {n} villa des Lilas | {n} rue Pasteur | {n} rue Victor-Hugo | {n} rue de l’Église | {n} place du Marché |
    {n} rue des Remparts | {n} rue du Faubourg-Saint-Antoine | {n} avenue Jean-Jaurès | {n} rue du Général-de-Gaulle |
    {n} rue des Trois-Frères-Barthélemy | {n} chemin de la Croix-Blanche | {n} rue du Puits-Salé | {n} cours Lafayette |
    {n} rue de l’Ancienne-Comédie | {n} allée des Cèdres | {n} rue Émile-Zola | {n} rue de la Fontaine-aux-Loups |
    {n} sentier des Vignes | {n} passage de l’Horloge | {n} rue du Bout-du-Monde | {n} hameau des Sources |
    {n} rue Notre-Dame-des-Champs | {n} rue Hélène-Boucher | {n} mail des Charmes | {n} rue du Vieux-Lavoir`,
  phones: '01 99 00 xx xx',
  mobiles: '06 39 98 xx xx',
  women: frenchWomen.join(','),
  men: frenchMen.join(','),
  families: frenchFamilies.join(','),
})

export const france: Land = { ...text, cities }
