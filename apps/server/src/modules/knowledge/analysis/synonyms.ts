// Words of offices and computers that people use for one another, in English: who asks rarely says it as it was said.
import { porterStem } from "./porter.ts";

const groups = `
tool program application app software utility package
terminal console shell commandline cli
delete remove erase purge uninstall drop
install setup deploy
folder directory
disk drive hdd ssd
partition volume
error failure problem issue bug trouble fault
crash freeze hang stuck
fix repair solve resolve workaround
broken corrupt damaged mangled
check verify test validate confirm
start launch begin boot open
stop quit end kill close halt
restart reboot
change modify edit adjust update
upgrade update
make create build
show display list view
screen monitor display
picture image photo
image iso
movie video film
sound audio music
internet network web
bandwidth traffic
usage consumption
wireless wifi wlan
memory ram
space room
processor cpu
graphics video gpu card
nvidia optimus hybrid
ati radeon amd fglrx
password passphrase credential login
permission right access
user account
root administrator admin sudo superuser
document manual guide howto doc tutorial
website site page url link
download fetch get
file document
copy duplicate clone
backup save
move transfer migrate
share publish
encrypt protect secure
convert transform
compile build
editor vim nano gedit leafpad
browser firefox chrome
mail email letter
machine computer pc laptop
kernel linux
driver module
version release
windows winders microsoft
virtual virtualisation virtualization vmware virtualbox vm
dualboot multiboot
cost price pay fee free
cheap free gratis
quick fast speed
slow lag
big large huge
small little tiny
easy simple
difficult hard
old outdated legacy
new latest recent
allow permit enable
forbid deny disable block
need require
choose select pick
recommend suggest advise prefer
explain describe
meeting call appointment
deadline due date
holiday vacation leave
salary pay wage
customer client
contract agreement
invoice bill
colleague coworker teammate
boss manager lead
office headquarters
car vehicle
depart leave go
arrive come
`;

const byStem = new Map<string, Set<string>>();
for (const line of groups.trim().split("\n")) {
  const stems = line.split(" ").map(porterStem);
  for (const stem of stems) byStem.set(stem, new Set([...(byStem.get(stem) ?? []), ...stems]));
}

/** The stems of words that may stand for one of this stem. */
export const synonymsOf = (stem: string): string[] => [...(byStem.get(stem) ?? [])].filter((one) => one !== stem);
