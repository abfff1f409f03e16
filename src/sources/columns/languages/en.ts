import type { HeaderWords } from './header-words.ts';

/** English, British and American. */
export const en: HeaderWords = {
  fields: {
    name: `
      Full name | Name | Attendee name | Participant | Participant name | Attendee | Your name |
      Name of participant | First and last name | Person | Display name`,
    familyFirst: `
      Last name, first name | Surname, first name | Surname, given name | Family name, given name |
      Name (last, first) | Name (last name, first name) | Last, first`,
    givenName: `
      First name | Given name | Given names | Forename | Attendee first name | Your first name`,
    familyName: 'Last name | Surname | Family name | Attendee last name | Your last name',
    email: `
      Attendee email | Email | Email address | Mail | Your email | Your email address | Contact
      email | Work email`,
    phone: `
      Mobile | Mobile phone | Mobile number | Cell phone | Phone | Phone number | Telephone |
      Contact number`,
    organisation: `
      Organisation | Organization | Organisation name | Organization name | Employer | Company |
      Company name | Municipality | Institution | School | Workplace | Place of work | Affiliation |
      Company/organisation | Company/organization | Your organisation | Your organization`,
    unit: `
      Department | District | Unit | Division | Section | Agency | Team | Faculty | Subject area |
      Department/unit | District/agency`,
    type: `
      Attendee type | Participant type | I am a | I am an | I am | Type | Type of attendee | Type of
      participant | Category | Sector | Ticket type | Type of organisation | Organisation type |
      Organization type | Who are you | Attending as`,
    role: 'Job title | Title | Role | Position | Function | Your role | Occupation',
    language: 'Language | Preferred language | Locale | Language preference | Your language',
    dietary: `
      Dietary | Dietary requirements | Dietary needs | Dietary restrictions | Dietary preferences |
      Diet | Allergies | Food allergies | Food | Food preferences | Food requirements | Meal
      preference`,
    accessibility: `
      Accessibility | Accessibility needs | Accessibility requirements | Access needs | Access
      requirements | Special needs | Special requirements | Assistance`,
    needs: 'Needs | Looking for | We look for | We need',
    solutions: 'Solutions | We offer | Offer | Offers',
    status: `
      Status | Attendee status | Registration status | Registration state | Order status | Ticket
      status | Approval status | State`,
    registeredAt: `
      Timestamp | Submitted at | Submitted | Submitted on | Submission time | Submission date |
      Registered | Registered at | Registration date | Registration time | Completion time | Order
      date | Created at | Created | Date registered`,
    sourceId: `
      Order number | Order no | Order id | Order # | Order code | Order | Registration ID |
      Registration number | Response ID | Submission ID | Ticket number | Reference | Ref | ID | No
      | Number`,
    wishes: `
      Theme wishes | Theme wish | Wishes | Themes | Theme | Topics | Topics ranked | Ranked topics |
      Ranked themes | Topic | Theme preferences | Topic preferences | Preferences | Interests |
      Workshops | Workshop wishes | Session wishes | Session preferences | Workshop preferences`,
  },
  noField: 'Region | Roll | Username | Nickname | Handy | Gift',
  ordinals: 'first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth',
  choices: 'choice | wish | preference | priority | theme | topic',
  beside: `
    your | my | for | of | the | as | in | workshop | workshops | session | themes | topics | wishes |
    choices | no | number`,
  themes: 'theme | topic | workshop | session',
  wishing: 'interest | rank | prefer | choose | wish',
  questions: {
    dietary: 'allerg | dietary | intoleran',
    accessibility: 'accessib',
  },
};
