/**
 * Words by which lists name their columns, folded (kit/text), French and English first, with the keys and labels of
 * Paheko, Galette, Dolibarr, HelloAsso, AssoConnect, Google, Outlook, Thunderbird, JVerein, Tendenci. When two
 * columns of a file mean the same single thing, the word that stands first here wins.
 */
import type { ColumnTarget } from './exchange.requests.ts'

export const headerWords: Readonly<Partial<Record<ColumnTarget, string>>> = {
  memberNumber:
    'n d adherent|n adherent|n de membre|n membre|n de l adherent|numero d adherent|numero adherent|numero de membre|' +
    'numero membre|numero de l adherent|num adherent|num membre|no d adherent|no adherent|no de membre|no membre|' +
    'nr adherent|adherent n|membre n|matricule|code adherent|code membre|reference adherent|ref adherent|' +
    'identifiant adherent|identifiant membre|identifiant unique|member number|member no|member nr|membership number|' +
    'membership no|member id|membership id|unique identifier|mitgliedsnummer|mitgliedsnr|mitgliednr|numero|' +
    'id de l adherent|id adherent|id adh|id membre|n|no|num|id',
  kind: 'type de personne|type de contact|personne physique ou morale|kind|ind org|contact type|personenart|nature|type',
  civility:
    'civilite|civ|titre de civilite|m mme|mme m|formule de politesse|salutation|salutations|anrede|prefix|name prefix|user title|civility|honorific',
  title: 'titre|titre universitaire|titre academique|grade|title|academic title|titel',
  firstName:
    'prenom|prenoms|prenom usuel|premier prenom|1er prenom|prenom 1|prenom monsieur|prenom m|prenom adherent|prenom de l adherent|prenom du membre|' +
    'prenom adh|prenom membre|prenom participant|first name|firstname|given name|given names|forename|forenames|' +
    'christian name|first|fname|vorname|voornaam|nombre de pila',
  otherNames:
    'autres prenoms|deuxieme prenom|second prenom|2e prenom|2eme prenom|prenom 2|prenoms suivants|middle name|middle names|' +
    'other names|other forenames|additional name|additional names|middle',
  particle: 'particule|particle|particule du nom',
  lastName:
    'nom d usage|nom usuel|nom marital|nom d epouse|nom de famille|nom|noms|nom adherent|nom de l adherent|nom du membre|' +
    'nom adh|nom membre|nom participant|patronyme|last name|lastname|family name|surname|last|lname|nachname|familienname|achternaam',
  fullName:
    'nom complet|nom et prenom|nom prenom|nom et prenoms|nom prenoms|noms et prenoms|noms prenoms|prenom nom|prenom et nom|' +
    'prenoms et noms|full name|fullname|display name|displayname|nom affiche|nom a afficher|member name|contact name|name|' +
    'adherent|adherents|membre|membres|member|participant|anzeigename|file as|contact',
  birthName:
    'nom de naissance|nom naissance|nom de jeune fille|nom jeune fille|nom de jf|ndjf|njf|nee|ne e|ne nee|nom patronymique|' +
    'maiden name|birth name|name at birth|nee name|geburtsname|madchenname',
  studiedName:
    'nom pendant les etudes|nom d etudiant|nom d etudiante|nom etudiant|nom a l ecole|nom d etudes|name when studying|student name|studied as|name at school',
  nobility: 'titre de noblesse|titre nobiliaire|title of nobility',
  honours: 'distinctions|distinction|decorations|decoration|honours|honors|awards',
  suffix: 'suffixe|suffix|name suffix',
  organisation:
    'organisation|organisme|raison sociale|nom de l organisme|nom de l organisation|nom de la structure|personne morale|' +
    'denomination|structure|societe|entreprise|etablissement|societe adh|organization|organization name|organisation name|' +
    'organization 1 name|company|company name|firma',
  acronym: 'sigle|acronyme|acronym|abreviation|abbreviation|initiales de l organisme',
  originalName:
    'nom dans sa langue|nom en ecriture d origine|nom d origine|nom original|nom en caracteres d origine|nom en arabe|' +
    'nom en chinois|name in its own script|original name|native name|name in original script',
  status:
    'statut|statut du membre|statut de l adherent|statut adherent|statut membre|etat|etat du membre|situation|' +
    'situation du membre|status|member status|membership status',
  category:
    'categorie|categorie de membre|categorie d adherent|categorie adherent|categorie membre|type d adherent|type adherent|' +
    'type de membre|type membre|type d adhesion|type adhesion|libelle du type adherent|formule d adhesion|formule|college|' +
    'category|member category|membership category|member type|membership type|membership level|tarif|beitragsgruppe|id statut',
  group:
    'maison|maisons|section|sections|groupe|groupes|antenne|antennes|delegation|delegations|commission|commissions|' +
    'promotion|promo|instance|instances|body|pavillon|residence universitaire|section locale|equipe|pole|cercle|amicale|chapitre|house|group|' +
    'groups|autre groupe|other group|branch|branches|chapter|committee|committees|class|class of|labels|group membership|categories',
  joined:
    'annee d entree|annee entree|annee d adhesion|annee adhesion|annee d inscription|annee de premiere adhesion|' +
    'annee d arrivee|entree|date d entree|date entree|date de premiere adhesion|premiere adhesion|date d adhesion|' +
    'date adhesion|date d inscription|date inscription|adherent depuis|membre depuis|inscrit depuis|depuis|year joined|' +
    'joined|year of entry|joined in|member since|date joined|join date|joining date|eintritt',
  profession:
    'profession|profession exercee|profession fonction|metier|metiers|fonction|activite professionnelle|emploi|poste|poste occupe|prof adh|' +
    'prof|occupation|job title|job|position|position title|organization title|organization 1 title|beruf|titre bureau',
  email:
    'courriel|courriels|e mail|email|e mails|emails|mail|mails|mel|adresse mail|adresse e mail|adresse email|adresse electronique principale|adresse electronique secondaire|premiere adresse electronique|deuxieme adresse electronique|adresse mel|' +
    'adresse courriel|adresse electronique|adresse de messagerie|adresse de courrier|adresse courrier|e mail address|' +
    'email address|primary email|primary e mail|secondary email|secondary e mail|additional email|e mail value|' +
    'email value|email adh|email home|email work|email other|home email|work email|personal email|courriel personnel|' +
    'courriel perso|courriel professionnel|courriel pro|mail perso|mail pro|email perso|email personnel|email pro|' +
    'email professionnel|e mail perso|e mail personnel|e mail pro|e mail professionnel|mail personnel|mail professionnel|messagerie|autre courriel|autre email|autre mail',
  phone:
    'telephone|telephones|tel|tels|telephone fixe|tel fixe|fixe|telephone domicile|tel domicile|telephone maison|' +
    'telephone personnel|telephone perso|tel perso|telephone principal|telephone professionnel|telephone pro|tel pro|' +
    'telephone travail|tel travail|telephone bureau|tel bureau|n de telephone|n telephone|numero de telephone|' +
    'numero telephone|num telephone|num tel|no de telephone|autre telephone|tel adh|phone|phone number|telephone number|' +
    'home phone|primary phone|main phone|landline|work phone|business phone|other phone|phone perso|phone pro|phone value|' +
    'contact phone number|telefon|telefon privat|telefonprivat|telefondienstlich|telefoon|company main phone|telephone societe',
  mobile:
    'portable|portables|mobile|mobiles|tel portable|telephone portable|tel mobile|telephone mobile|n de portable|' +
    'numero de portable|n portable|gsm|gsm adh|cellulaire|cell|cell phone|cellphone|cellular|mobile phone|mobile number|' +
    'phone mobile|home mobile|telefonmobil|handy|natel',
  emailLabel: 'libelle du courriel|e mail label|email label|e mail type|libelle courriel',
  phoneLabel: 'libelle du telephone|telephone label|phone label|phone type|libelle telephone',
  complement:
    'complement d adresse|complement adresse|adresse complement|complement|adresse complementaire|adresse 2|' +
    'adresse ligne 2|ligne 2|adresse suite|suite adresse|batiment|chez|address complement|address line 2|address 2|' +
    'address extended address|extended address|home street 2|home address 2|adressierungszusatz|rue domicile 2|appartement',
  street:
    'adresse|rue|voie|n et voie|numero et voie|n et rue|numero et rue|numero et nom de voie|adresse postale|adresse 1|' +
    'adresse ligne 1|ligne 1|adresse personnelle|adresse perso|adresse domicile|rue domicile|adresse adh|street|' +
    'street address|address line 1|address 1|address|address street|home street|home address|postal address|' +
    'mailing address|strasse|straat|rue bureau|business street|work address',
  locality:
    'lieu dit|lieu dit ou bp|lieu dit bp|lieudit|boite postale|bp|po box|p o box|locality|address po box|adresse 3|address 3|home address po box',
  postcode:
    'code postal|cp|c p|code postal domicile|code postal adresse|cp adh|codepostal|postcode|postal code|zip code|zip|' +
    'zipcode|zip postal code|home postal code|home zip|home zipcode|address postal code|plz|npa|postleitzahl|' +
    'code postal bureau|business postal code|work zip|work zipcode',
  city:
    'ville|commune|localite|ville domicile|ville adresse|ville adh|bureau distributeur|city|town|home city|address city|' +
    'city town|ort|wohnort|plaats|ville bureau|business city|work city',
  region:
    'region|province|departement|dep region|dep region domicile|canton|state|state province|county|home state|address region|' +
    'business state|work state',
  country:
    'pays|pays region|pays domicile|pays region domicile|pays de residence|pays adresse|pays adh|country|home country|' +
    'home country region|address country|country region|staat|land|pays bureau|pays region bureau|business country|' +
    'business country region|work country|countrycode|country code',
  fullAddress:
    'adresse complete|cp ville|code postal ville|code postal et ville|cp et ville|adresse postale complete|coordonnees postales|full address|complete address|address formatted',
  pronoun: 'pronom|pronoms|pronoun|pronouns',
  born:
    'date de naissance|naissance|anniversaire|birth year|ne le|nee le|ne e le|annee de naissance|ddn|ddn adh|birthday|birth date|birthdate|' +
    'date of birth|dob|born|born on|year of birth|geburtsdatum|geburtstag',
  birthPlace: 'lieu de naissance|lieu naissance|ne a|nee a|place of birth|birthplace|birth place|geburtsort',
  died: 'date de deces|deces|deceased date|date deces|sterbetag|date du deces|decede le|decedee le|date of death|death date|died|died on|todesdatum',
  languages:
    'langue|langues|langue de correspondance|langues de correspondance|langue preferee|pref lang|language|languages|' +
    'preferred language|sprache',
  aliases: 'autres noms|autres noms connus|alias|aliases|connu sous|also known as|other last names',
  tags: 'etiquettes|etiquette|mots cles|tags|tag|keywords',
  left:
    'date de sortie|date de depart|depart|annee de sortie|date de demission|date de fin d adhesion|date left|left on|' +
    'date of leaving|leaving date|austritt',
  confirmed: 'fiche confirmee le|confirme le|derniere confirmation|last confirmed|confirmed on',
  stayRoom: 'chambre|numero de chambre|n de chambre|room|room number',
  spouseName:
    'conjoint|conjoint e|conjointe|nom du conjoint et prenom|nom et prenom du conjoint|nom prenom conjoint|' +
    'nom prenom du conjoint|prenom et nom du conjoint|spouse|spouse name',
  spouseCivility: 'civilite conjoint|civilite du conjoint|civilite 2',
  spouseFirstName:
    'prenom conjoint|prenom du conjoint|prenom conjointe|prenom de la conjointe|prenom conjoint e|prenom du ou de la conjointe|' +
    'prenom epouse|prenom de l epouse|prenom epoux|prenom madame|prenom mme|spouse first name|partner first name',
  spouseLastName:
    'nom conjoint|nom du conjoint|nom conjointe|nom de la conjointe|nom conjoint e|nom de l epouse|nom de l epoux|' +
    'spouse last name|partner last name',
  spouseEmail:
    'courriel conjoint|courriel du conjoint|email conjoint|email du conjoint|e mail conjoint|e mail du conjoint|' +
    'mail conjoint|mail du conjoint|courriel de la conjointe|spouse email|spouse e mail|partner email',
  spousePhone:
    'telephone conjoint|telephone du conjoint|tel conjoint|tel du conjoint|portable conjoint|portable du conjoint|' +
    'mobile conjoint|mobile du conjoint|spouse phone|spouse mobile|partner phone',
  spouseBorn:
    'date de naissance conjoint|date de naissance du conjoint|naissance conjoint|ddn conjoint|spouse birthday|spouse date of birth',
  notes:
    'notes|note|remarques du secretaire|remarques secretariat|remarques du secretariat|observations du secretaire|observations|observation|remarques|remarque|commentaires|commentaire|comments|comment|remarks|memo|' +
    'info adh|autres informations|informations complementaires|divers|admin notes|note public|anmerkungen|bemerkung',
}

/** Columns that have no place of their own yet: they show that a row is a header, and are kept as they are. */
export const otherHeaderWords =
  'age|sexe|' +
  'genre|gender|sex|nationalite|nationality|fax|telecopie|site web|site internet|website|web page|url|cotisation|' +
  'cotisations|montant|amount|don|dons|date|reglement|mode de paiement|moyen de paiement|pseudo|nickname|surnom|' +
  'enfants|children|parrain|diplome|diplomes|date de creation|date de modification|' +
  'date d echeance|login|mot de passe|identifiant|reference commande|date de la commande|statut de la commande|code promo|' +
  'pseudo adh|sexe adh|date crea adh|photo|' +
  'anniversary|department|service|telegramhandle|skype|linkedin|facebook'
