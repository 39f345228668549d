/** Names, callings and houses of the invented association. Nobody real: common given names beside common family names. */

const words = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word.length > 0)

export const frenchWomen = words(`
  Cécile, Marguerite, Solange, Anne-Sophie, Sylvie, Agnès, Inès, Yvonne, Françoise, Bénédicte, Élisabeth, Zoé,
  Thérèse, Chloé, Geneviève, Jeanne, Odile, Marie, Monique, Hélène, Claire, Isabelle, Nathalie, Véronique,
  Catherine, Christine, Martine, Brigitte, Danielle, Jacqueline, Simone, Denise, Paulette, Madeleine, Suzanne,
  Colette, Nicole, Annie, Michèle, Chantal, Dominique, Sophie, Aurélie, Émilie, Céline, Virginie, Laetitia,
  Delphine, Sandrine, Valérie, Anaïs, Léa, Manon, Camille, Juliette, Pauline, Mathilde, Clémence, Lucie, Alice,
  Louise, Eugénie, Blandine, Ségolène, Maëlle, Gaëlle, Rozenn, Nolwenn, Solène, Joëlle, Gisèle, Irène, Édith,
  Éliane, Huguette, Ginette, Marie-Claude, Marie-Hélène, Marie-Laure, Marie-Thérèse, Anne-Marie, Rose-Marie,
  Bernadette, Florence, Laurence, Béatrice, Corinne, Muriel, Patricia, Astrid, Capucine, Apolline, Victoire,
  Héloïse, Éloïse, Noémie, Océane, Élodie, Mélanie, Stéphanie, Raphaëlle, Fabienne, Ghislaine, Armelle, Yolande`)

export const frenchMen = words(`
  Loïc, André, Étienne, Hervé, Philippe, Gaël, Pierre, Noël, Gérard, Benoît, Jean, François-Xavier, Jacques,
  Jean-Baptiste, Michel, Rémi, Alain, Bernard, Claude, Daniel, Denis, Didier, Éric, Fabrice, François, Frédéric,
  Georges, Gilles, Guillaume, Guy, Henri, Hugues, Jérôme, Joël, Joseph, Julien, Laurent, Louis, Luc, Marc, Marcel,
  Mathieu, Matthieu, Maurice, Nicolas, Olivier, Pascal, Patrice, Patrick, Paul, Raymond, René, Robert, Roger,
  Roland, Romain, Sébastien, Serge, Stéphane, Sylvain, Thibault, Thierry, Thomas, Tristan, Victor, Vincent, Xavier,
  Yann, Yannick, Yves, Yvon, Aurélien, Bastien, Baptiste, Clément, Corentin, Cyrille, Damien, Édouard, Émile,
  Eugène, Fernand, Gaston, Gauthier, Grégoire, Ludovic, Maël, Maxence, Félix, Raphaël, Rodolphe, Théophile,
  Jean-Claude, Jean-François, Jean-Luc, Jean-Marie, Jean-Michel, Jean-Paul, Jean-Pierre, Jean-Yves, Pierre-Yves,
  Paul-Henri, Charles-Édouard, Anselme, Barthélemy, Côme, Gonzague, Léopold, Octave, Zéphirin`)

export const frenchFamilies = words(`
  Abadie, Achard, Alibert, Allard, Amiot, Ancel, Arnaud, Aubert, Aubry, Auger, Bailly, Barbier, Baron, Barre,
  Barthélemy, Baudry, Beauchêne, Béguin, Bellanger, Benoist, Bernard, Berthelot, Bertin, Besançon, Besson, Bigot,
  Blanchard, Blanchet, Blin, Blondel, Boisvert, Bonnet, Bouchard, Boucher, Boulanger, Bourdon, Bourgeois, Boutin,
  Boyer, Brault, Breton, Briand, Brun, Brunet, Bureau, Cailleau, Camus, Carlier, Caron, Carpentier, Castel, Chabot,
  Chapuis, Charpentier, Charrier, Chartier, Chauvin, Chevalier, Clément, Cochet, Colas, Colin, Collet, Cordier,
  Cornu, Coste, Cottin, Coulon, Courtois, Cousin, Couturier, Dauphin, David, Delacroix, Delaunay, Delmas, Deschamps,
  Desnoyers, Devaux, Dubois, Dubreuil, Duchêne, Dufour, Dumas, Dumont, Dumoulin, Dupont, Dupré, Dupuis, Durand,
  Duval, Esnault, Étienne, Évrard, Fabre, Faure, Fauré, Favre, Féret, Ferrand, Fleury, Fontaine, Forestier, Fouquet,
  Fournier, Gaillard, Garnier, Gaudin, Gauthier, Germain, Gérard, Gillet, Girard, Giraud, Godard, Gosselin, Goujon,
  Grandjean, Granger, Grenier, Grosjean, Guérin, Guichard, Guillaume, Guillot, Guyon, Hamel, Hamon, Hardy, Hébert,
  Henry, Hervé, Hubert, Huet, Humbert, Imbert, Jacob, Jacquet, Jamin, Joly, Joubert, Jourdan, Julien, Klein, Kieffer,
  Labbé, Lacombe, Lacroix, Lafarge, Lagarde, Lambert, Lamy, Langlois, Laporte, Laurent, Lavigne, Lebeau, Leblanc,
  Lebrun, Leclerc, Lecomte, Lefebvre, Lefèvre, Legrand, Lemaître, Lemoine, Leroux, Leroy, Lévêque, L’Hermitte,
  L’Hostis, Maçon, Maillard, Mallet, Marchand, Maréchal, Marion, Marquet, Martel, Martin, Martineau, Masson, Mathieu,
  Maurice, Menard, Mercier, Meunier, Meyer, Michaud, Millet, Monnier, Moreau, Morel, Morin, Moulin, Muller, Naudin,
  Noël, Normand, Œuvrard, Olivier, Ozanne, Paris, Parmentier, Pasquier, Payet, Pélissier, Perret, Perrier, Perrin,
  Petit, Petitjean, Picard, Pichon, Pinault, Poirier, Poulain, Prévost, Prigent, Provost, Quéméner, Quesnel, Raynaud,
  Regnault, Renard, Renaud, Rey, Reynaud, Richard, Rigaud, Rivière, Robin, Roche, Rollin, Rousseau, Roussel, Royer,
  Sabatier, Saint-Aubin, Saint-Léger, Salaün, Sauvage, Schmitt, Schneider, Seguin, Sénéchal, Simon, Tanguy, Tessier,
  Thévenet, Thibault, Tisserand, Toussaint, Tréguer, Vaillant, Vallée, Vasseur, Verdier, Vernay, Vidal, Vigneron,
  Vincent, Voisin, Weber, Wagner, Yvon, Zimmermann`)

/** Particles with the families that bear them. */
export const particledFamilies: readonly { readonly particle: string; readonly families: readonly string[] }[] = [
  { particle: 'de', families: words('Boisjolly, Villecourt, Montauzan, Kergoat, Sérigny, Valbreuse, Fontenailles') },
  { particle: 'd’', families: words('Aubeterre, Estrival, Hautmesnil, Orgeval, Arbouville, Issandre') },
  { particle: 'de La', families: words('Tour-Blanche, Rochebrune, Fontaine, Ville-Aubin, Croix-Morel') },
  { particle: 'de L’', families: words('Espinasse, Hermitage, Isle-Marais') },
  { particle: 'Le', families: words('Bihan, Breton, Goff, Guen, Meur, Quellec, Roux, Cornec, Floch') },
  { particle: 'La', families: words('Barre, Bruyère, Rivière') },
  { particle: 'Du', families: words('Bellay-Morin, Bosquet, Chesne, Pontavic') },
  { particle: 'Des', families: words('Essarts, Moulières, Rosiers') },
  { particle: 'van', families: words('Damme, Hoorebeke, Overbeek') },
  { particle: 'van den', families: words('Bergh, Bossche, Eynde') },
  { particle: 'van der', families: words('Linden, Meulen') },
  { particle: 'von', families: words('Altenau, Rabenstein, Lindow') },
]

export const houses = [
  'Maison d’Argonne',
  'Maison du Ponant',
  'Maison du Levant',
  'Maison des Cévennes',
  'Maison du Septentrion',
  'Maison des Îles',
  'Maison des Trois-Fleuves',
  'Collège des Quatre-Vents',
  'Pavillon Sainte-Aldegonde',
  'Pavillon des Provinces',
  'Fondation Marchandier',
  'Résidence du Val-Clair',
] as const

/** Masculine, feminine, and the title that goes with the calling. */
export const callings: readonly { readonly man: string; readonly woman: string; readonly title?: string }[] = [
  { man: 'Ingénieur', woman: 'Ingénieure' },
  { man: 'Ingénieur en génie civil', woman: 'Ingénieure en génie civil' },
  { man: 'Médecin', woman: 'Médecin', title: 'Dr' },
  { man: 'Chirurgien-dentiste', woman: 'Chirurgienne-dentiste', title: 'Dr' },
  { man: 'Pédiatre', woman: 'Pédiatre', title: 'Dr' },
  { man: 'Vétérinaire', woman: 'Vétérinaire', title: 'Dr' },
  { man: 'Avocat', woman: 'Avocate', title: 'Me' },
  { man: 'Notaire', woman: 'Notaire', title: 'Me' },
  { man: 'Professeur des universités', woman: 'Professeure des universités', title: 'Pr' },
  { man: 'Maître de conférences', woman: 'Maîtresse de conférences' },
  { man: 'Professeur de lettres', woman: 'Professeure de lettres' },
  { man: 'Professeur de mathématiques', woman: 'Professeure de mathématiques' },
  { man: 'Chercheur en biologie', woman: 'Chercheuse en biologie' },
  { man: 'Architecte', woman: 'Architecte' },
  { man: 'Urbaniste', woman: 'Urbaniste' },
  { man: 'Sage-femme', woman: 'Sage-femme' },
  { man: 'Infirmier', woman: 'Infirmière' },
  { man: 'Pharmacien', woman: 'Pharmacienne' },
  { man: 'Orthophoniste', woman: 'Orthophoniste' },
  { man: 'Traducteur', woman: 'Traductrice' },
  { man: 'Interprète de conférence', woman: 'Interprète de conférence' },
  { man: 'Bibliothécaire', woman: 'Bibliothécaire' },
  { man: 'Archiviste', woman: 'Archiviste' },
  { man: 'Journaliste', woman: 'Journaliste' },
  { man: 'Éditeur', woman: 'Éditrice' },
  { man: 'Musicien', woman: 'Musicienne' },
  { man: 'Luthier', woman: 'Luthière' },
  { man: 'Agriculteur', woman: 'Agricultrice' },
  { man: 'Viticulteur', woman: 'Viticultrice' },
  { man: 'Chimiste', woman: 'Chimiste' },
  { man: 'Géologue', woman: 'Géologue' },
  { man: 'Statisticien', woman: 'Statisticienne' },
  { man: 'Contrôleur de gestion', woman: 'Contrôleuse de gestion' },
  { man: 'Expert-comptable', woman: 'Experte-comptable' },
  { man: 'Magistrat', woman: 'Magistrate' },
  { man: 'Diplomate', woman: 'Diplomate' },
  { man: 'Administrateur civil', woman: 'Administratrice civile' },
  { man: 'Développeur', woman: 'Développeuse' },
  { man: 'Conservateur du patrimoine', woman: 'Conservatrice du patrimoine' },
  { man: 'Psychologue', woman: 'Psychologue' },
  { man: 'Économiste', woman: 'Économiste' },
  { man: 'Restaurateur', woman: 'Restauratrice' },
]

export const honours = [
  'Chevalier de l’ordre national du Mérite',
  'Officier des Palmes académiques',
  'Chevalier des Palmes académiques',
  'Chevalier des Arts et des Lettres',
  'Chevalier du Mérite agricole',
] as const

export const remarks = [
  'Correspondance par courrier seulement.',
  'Propose de relire des mémoires.',
  'Accueille volontiers des étudiants de passage.',
  'Préfère être joint en soirée.',
  'Ancien trésorier de l’association.',
  'A offert ses photographies des années 1970 aux archives.',
  'Reçoit deux exemplaires du bulletin.',
] as const

/** Names of invented organisations: what they are, and whose or what for. */
export const organisationForms = words(
  'Amicale, Association, Bibliothèque, Cercle, Chorale, Club, Comité, Compagnie, Fédération, Fondation, Librairie, Mutuelle, Société',
)
export const organisationSubjects = words(`
  des Arts de la table, des Bibliophiles du Ponant, de l’Éducation populaire, du Fleuve, des Géographes amateurs,
  de la Grande-Rue, des Jardins partagés, de Lecture publique, des Marcheurs du dimanche, de Musique ancienne,
  du Patrimoine bâti, des Quatre-Vents, de la Recherche historique, du Théâtre universitaire, du Val-Clair,
  des Vieux Papiers, de l’Orgue et du Chœur, des Étudiants d’outre-mer`)
