/**
 * People who stand at fixed places of every invented association, so that each list of some length has the names
 * that try a typesetter: right-to-left scripts, stacked diacritics, ideographs, a dotless i, long compounds.
 */

export type Traveller = {
  readonly civility: 'M.' | 'Mme'
  readonly firstName: string
  readonly lastName: string
  readonly particle?: string
  readonly nobility?: string
  readonly originalName?: string
  readonly profession: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly region?: string
  readonly country: string
  readonly phone: string
}

const traveller = (
  name: readonly [civility: 'M.' | 'Mme', firstName: string, lastName: string, originalName?: string],
  profession: string,
  address: readonly [street: string, postcode: string, city: string, country: string],
  phone: string,
  more: Pick<Traveller, 'particle' | 'nobility' | 'region'> = {},
): Traveller => ({
  civility: name[0],
  firstName: name[1],
  lastName: name[2],
  ...(name[3] === undefined ? {} : { originalName: name[3] }),
  profession,
  street: address[0],
  postcode: address[1],
  city: address[2],
  country: address[3],
  phone,
  ...more,
})

export const travellers: readonly Traveller[] = [
  traveller(
    ['Mme', 'Thị Ánh', 'Nguyễn', 'Nguyễn Thị Ánh'],
    'Traductrice',
    ['Số 12 đường Lê Lợi', '700000', 'Thành phố Hồ Chí Minh', 'VN'],
    '+84 28 5550 0112',
  ),
  traveller(
    ['M.', 'Łukasz', 'Żółć'],
    'Architecte',
    ['ul. Świętokrzyska 14', '00-050', 'Warszawa', 'PL'],
    '+48 22 555 01 14',
  ),
  traveller(
    ['M.', 'İbrahim', 'Çağlar'],
    'Géologue',
    ['İstiklal Caddesi No: 33', '34430', 'İstanbul', 'TR'],
    '+90 212 555 01 33',
  ),
  traveller(
    ['Mme', 'Eleni', 'Papadopoulou', 'Ελένη Παπαδοπούλου'],
    'Archiviste',
    ['Οδός Ερμού 22', '105 63', 'Αθήνα', 'GR'],
    '+30 210 555 0122',
  ),
  traveller(
    ['Mme', 'Natalia', 'Sokolova', 'Наталья Соколова'],
    'Musicienne',
    ['ул. Тверская, 7', '125009', 'Москва', 'RU'],
    '+7 495 555-01-07',
  ),
  traveller(
    ['M.', 'Mohamed', 'El Qahiri', 'محمد القاهري'],
    'Médecin',
    ['١٢ شارع طلعت حرب', '11511', 'القاهرة', 'EG'],
    '+20 2 2555 0112',
  ),
  traveller(
    ['Mme', 'Yaël', 'Cohen', 'יעל כהן'],
    'Chimiste',
    ['רחוב יפו 45', '9422108', 'ירושלים', 'IL'],
    '+972 2 555 0145',
  ),
  traveller(
    ['Mme', 'Misaki', 'Tanaka', '田中 美咲'],
    'Bibliothécaire',
    ['千代田区丸の内1-9-1', '100-0005', '東京都', 'JP'],
    '+81 3 5550 0191',
  ),
  traveller(
    ['M.', 'Min-ho', 'Kim', '김민호'],
    'Ingénieur',
    ['중구 세종대로 110', '04524', '서울특별시', 'KR'],
    '+82 2 555 0110',
  ),
  traveller(
    ['M.', 'Jianguo', 'Ouyang', '欧阳建国'],
    'Historien',
    ['海淀区颐和园路5号', '100871', '北京市', 'CN'],
    '+86 10 5555 0105',
  ),
  traveller(
    ['M.', 'Adébáyọ̀', 'Ọlátúnjí'],
    'Journaliste',
    ['15 Awólọ́wọ̀ Road', '200211', 'Ibadan', 'NG'],
    '+234 2 555 0115',
  ),
  traveller(
    ['Mme', 'Þórdís', 'Jónsdóttir'],
    'Volcanologue',
    ['Laugavegur 26', '101', 'Reykjavík', 'IS'],
    '+354 555 0126',
  ),
  traveller(
    ['M.', 'Ștefan', 'Țăndărică'],
    'Luthier',
    ['Str. Știrbei Vodă nr. 4', '010112', 'București', 'RO'],
    '+40 21 555 0104',
  ),
  traveller(
    ['M.', 'Seán', 'Ó Briain'],
    'Professeur de lettres',
    ['12 St Stephen’s Green', 'D02 X285', 'Dublin', 'IE'],
    '020 912 0012',
  ),
  traveller(
    ['Mme', 'Thu Hương', 'Đặng', 'Đặng Thu Hương'],
    'Pharmacienne',
    ['24 phố Tràng Tiền', '100000', 'Hà Nội', 'VN'],
    '+84 24 5550 0124',
  ),
  traveller(
    ['Mme', 'Ketevan', 'Abachidzé', 'ქეთევან აბაშიძე'],
    'Cheffe de chœur',
    ['avenue Roustaveli 8', '0105', 'Tbilissi', 'GE'],
    '+995 32 255 0108',
  ),
  traveller(
    ['M.', 'Hrant', 'Petrossian', 'Հրանտ Պետրոսյան'],
    'Mathématicien',
    ['rue Abovian 17', '0010', 'Erevan', 'AM'],
    '+374 10 55 0117',
  ),
  traveller(
    ['Mme', 'Lakshmi', 'Bhattacharya', 'लक्ष्मी भट्टाचार्य'],
    'Statisticienne',
    ['73, College Street', '700073', 'Kolkata', 'IN'],
    '+91 33 5555 0173',
    { region: 'West Bengal' },
  ),
  traveller(
    ['M.', 'Somchai', 'Suwannarat', 'สมชาย สุวรรณรัตน์'],
    'Diplomate',
    ['9 Phra Athit Road', '10200', 'Bangkok', 'TH'],
    '+66 2 555 0109',
  ),
  traveller(
    ['M.', 'Houshang', 'Golzari', 'هوشنگ گلزاری'],
    'Physicien',
    ['avenue Vali Asr, n° 210', '1133847611', 'Téhéran', 'IR'],
    '+98 21 5550 0110',
  ),
  traveller(
    ['Mme', 'Khadija', 'Aït Lahcen', 'خديجة آيت لحسن'],
    'Magistrate',
    ['8, rue Oukaïmeden, Agdal', '10000', 'Rabat', 'MA'],
    '+212 5 37 55 01 08',
  ),
  traveller(
    ['Mme', 'Zdeňka', 'Šťastná'],
    'Restauratrice de tableaux',
    ['Nerudova 41', '110 00', 'Praha 1', 'CZ'],
    '+420 225 550 141',
  ),
  traveller(['M.', 'Győző', 'Hűvös'], 'Violoncelliste', ['Váci utca 19.', '1052', 'Budapest', 'HU'], '+36 1 555 0119'),
  traveller(
    ['M.', 'Søren', 'Kjær'],
    'Vétérinaire',
    ['Nørregade 10, 2. th.', '1165', 'København K', 'DK'],
    '+45 55 50 01 10',
  ),
  traveller(['M.', 'Jürgen', 'Großmann'], 'Opticien', ['Lindenstraße 3', '10115', 'Berlin', 'DE'], '030 23125 103'),
  traveller(
    ['M.', 'João', 'Mendonça e Castro'],
    'Océanographe',
    ['Travessa das Flores, 6', '1200-109', 'Lisboa', 'PT'],
    '+351 21 555 0106',
  ),
  traveller(
    ['M.', 'Íñigo', 'Echeverría Núñez'],
    'Notaire',
    ['Calle Toro, 15, 2º B', '37008', 'Salamanca', 'ES'],
    '+34 923 55 01 15',
  ),
  traveller(
    ['Mme', 'Siân', 'Hughes-Jones'],
    'Conservatrice de musée',
    ['Flat 3, 21 Mill Lane', 'CB2 1TN', 'Cambridge', 'GB'],
    '020 7946 0121',
  ),
  traveller(
    ['M.', 'Cheikh Tidiane', 'N’Diaye'],
    'Économiste',
    ['Villa n° 31, Sicap Liberté III', '11000', 'Dakar', 'SN'],
    '+221 33 855 01 31',
  ),
  traveller(
    ['Mme', 'Hanitra', 'Andriamanantena'],
    'Botaniste',
    ['Lot II M 18 bis, Antsakaviro', '101', 'Antananarivo', 'MG'],
    '+261 20 22 555 01',
  ),
  traveller(
    ['Mme', 'Xóchitl', 'Nuñez de Cáceres'],
    'Anthropologue',
    ['Calle de Donceles 66, Int. 3, Col. Centro', '06000', 'Ciudad de México', 'MX'],
    '+52 55 5555 0166',
    { region: 'CDMX' },
  ),
  traveller(
    ['Mme', 'Anne-Sophie', 'Boulanger-Chapuis de Sainte-Hermine'],
    'Conseillère d’orientation auprès du rectorat de l’académie',
    ['7 rue des Trois-Frères-Barthélemy-de-la-Croix-Blanche', '69400', 'Villefranche-sur-Saône', 'FR'],
    '04 65 71 00 07',
  ),
  traveller(
    ['M.', 'François-Xavier', 'Montauzan'],
    'Administrateur civil',
    ['2 place du Marché', '21000', 'Dijon', 'FR'],
    '03 53 01 00 02',
    { particle: 'de', nobility: 'comte' },
  ),
  traveller(['M.', 'Gaël', 'Guen'], 'Marin', ['5 quai des Brumes', '29200', 'Brest', 'FR'], '02 61 91 00 05', {
    particle: 'Le',
  }),
  traveller(
    ['Mme', 'Éloïse', 'Œuvrard'],
    'Éditrice',
    ['11 rue du Puits-Salé', '76000', 'Rouen', 'FR'],
    '02 61 91 00 11',
  ),
  traveller(['Mme', 'Hine', 'Teri’i'], 'Infirmière', ['BP 41', '98714', 'Papeete', 'PF'], '+689 40 55 01 41'),
]
