/** Members' lists of programs that are not French: recognised, and read as they write. */
import { describe, expect, test } from 'vitest'
import { brought, list, row } from '../../../tests/lists-of-programs.ts'

describe('lists of members from elsewhere are recognised, and become records', () => {
  test('Tendenci', async () => {
    const headings =
      'salutation,first_name,last_name,initials,display_name,email,email2,address,address2,city,state,zipcode,country,company,position_title,department,phone,phone2,home_phone,work_phone,mobile_phone,fax,url,dob,spouse,direct_mail,notes,admin_notes,username,member_number'.split(
        ',',
      )
    const { look, contacts } = await brought(
      list(
        headings.join(','),
        row(headings, ',', {
          salutation: 'Mrs',
          first_name: 'Joan',
          last_name: 'Mills',
          email: 'joan@example.com',
          email2: 'mills@example.org',
          address: '4 Oak Ave',
          address2: 'Suite 2',
          city: 'Dayton',
          state: 'OH',
          zipcode: '45402',
          country: 'USA',
          position_title: 'Nurse',
          phone: '+1 937 555 0123',
          dob: '12/31/1966',
          direct_mail: 'True',
          notes: 'Brings cake',
          admin_notes: 'Paid late',
          username: 'joan',
          member_number: '118',
        }),
      ),
    )
    expect(look.program).toBe('tendenci')
    expect(contacts).toEqual([
      {
        kind: 'person',
        memberNumber: '118',
        civility: 'Mrs',
        firstName: 'Joan',
        lastName: 'Mills',
        born: '1966-12-31',
        profession: 'Nurse',
        notes: 'Brings cake\nPaid late',
        emails: [
          { label: '', address: 'joan@example.com' },
          { label: '', address: 'mills@example.org' },
        ],
        phones: [{ label: '', number: '+19375550123' }],
        addresses: [
          {
            complement: 'Suite 2',
            street: '4 Oak Ave',
            postcode: '45402',
            city: 'Dayton',
            region: 'OH',
            country: 'US',
          },
        ],
        extras: ['direct_mail: True', 'username: joan'],
      },
    ])
  })

  test('JVerein: a day of death, people and bodies', async () => {
    const headings =
      'mitgliedsnummer;vorname;name;geschlecht;geburtsdatum;adresstyp;personenart;titel;anrede;strasse;adressierungszusatz;ort;plz;staat;email;telefondienstlich;telefonprivat;handy;beitragsgruppe;eintritt;austritt;kuendigung;sterbetag;iban'.split(
        ';',
      )
    const { look, contacts } = await brought(
      list(
        headings.join(';'),
        row(headings, ';', {
          mitgliedsnummer: '77',
          vorname: 'Karl',
          name: 'Weiß',
          geschlecht: 'm',
          geburtsdatum: '04.05.1931',
          personenart: 'n',
          titel: 'Dr.',
          anrede: 'Herr',
          strasse: 'Lindenweg 3',
          adressierungszusatz: 'Hinterhaus',
          ort: 'Köln',
          plz: '50667',
          staat: 'Deutschland',
          telefonprivat: '+49 221 123456',
          beitragsgruppe: 'Rentner',
          eintritt: '01.01.1960',
          sterbetag: '09.10.2020',
        }),
        row(headings, ';', {
          mitgliedsnummer: '78',
          name: 'Sparkasse Köln',
          personenart: 'j',
          ort: 'Köln',
          plz: '50670',
        }),
      ),
    )
    expect(look.program).toBe('jverein')
    expect(contacts).toEqual([
      {
        kind: 'organisation',
        memberNumber: '78',
        name: 'Sparkasse Köln',
        addresses: [{ postcode: '50670', city: 'Köln' }],
      },
      {
        kind: 'person',
        memberNumber: '77',
        civility: 'M.',
        title: 'Dr.',
        firstName: 'Karl',
        lastName: 'Weiß',
        born: '1931-05-04',
        died: '2020-10-09',
        category: 'Rentner',
        joined: '1960',
        phones: [{ label: '', number: '+49221123456' }],
        addresses: [
          { complement: 'Hinterhaus', street: 'Lindenweg 3', postcode: '50667', city: 'Köln', country: 'DE' },
        ],
        extras: ['eintritt: 01.01.1960', 'geschlecht: m'],
      },
    ])
  })

  test('Wild Apricot', async () => {
    const { look, contacts } = await brought(
      list(
        'DisplayName,Id,Url,FirstName,LastName,Organization,Email,ProfileLastUpdated,MembershipLevel,Status,IsAccountAdministrator,TermsOfUseAccepted,Archived,Donor,Event registrant,Member',
        '"Stone, Amy",5501,,Amy,Stone,,amy@example.com,2026-01-02T10:00:00,Gold,Active,False,True,False,False,False,True',
        '"Reed, Bob",5502,,Bob,Reed,,,,Gold,Lapsed,False,,,,,True',
      ),
    )
    expect(look.program).toBe('wildApricot')
    expect(contacts).toEqual([
      {
        kind: 'person',
        memberNumber: '5502',
        firstName: 'Bob',
        lastName: 'Reed',
        status: 'resigned',
        category: 'Gold',
        extras: ['IsAccountAdministrator: False', 'Member: True'],
      },
      {
        kind: 'person',
        memberNumber: '5501',
        firstName: 'Amy',
        lastName: 'Stone',
        category: 'Gold',
        emails: [{ label: '', address: 'amy@example.com' }],
        extras: [
          'ProfileLastUpdated: 2026-01-02T10:00:00',
          'IsAccountAdministrator: False',
          'TermsOfUseAccepted: True',
          'Archived: False',
          'Donor: False',
          'Event registrant: False',
          'Member: True',
        ],
      },
    ])
  })
})
