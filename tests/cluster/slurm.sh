#!/bin/sh
# Runs samples/cluster/convert.slurm on a Slurm of its own, on this machine, and compares what it made with one run.
#
#   slurm.sh SCOREBOOK SAMPLES WORK
#
# Status 77: skipped, with the reason. Needs slurmctld, slurmd, munged and root, because slurmd starts jobs as their user.
set -eu
scorebook=$1 samples=$2 work=$3
skip() { echo "skipped: $1"; exit 77; }
for program in munged slurmctld slurmd sbatch sinfo scontrol; do
    PATH=$PATH:/usr/sbin command -v $program >/dev/null || skip "$program is not installed (Debian: slurm-wlm, munge)"
done
PATH=$PATH:/usr/sbin
[ "$(id -u)" = 0 ] || skip "slurmd starts jobs as their user, so it needs root"

rm -rf "$work"
mkdir -p "$work/state" "$work/spool" "$work/munge"
chmod 700 "$work/munge"
daemons=
stop() { for daemon in $daemons; do kill "$daemon" 2>/dev/null || true; done; wait 2>/dev/null || true; }
trap stop EXIT

# munged insists on a key and folders nobody else may write to; --force lets the socket stand below a shared folder.
head -c 1024 /dev/urandom > "$work/munge/key"
chmod 400 "$work/munge/key"
munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge/socket" --pid-file="$work/munge/pid" \
    --log-file="$work/munge/log" --seed-file="$work/munge/seed" >"$work/munge/out" 2>&1 &
daemons="$daemons $!"
tries=0
until [ -S "$work/munge/socket" ]; do
    tries=$((tries + 1)); [ $tries -lt 100 ] || skip "munged does not start: $(tail -1 "$work/munge/log" 2>/dev/null)"
    sleep 0.1
done

host=$(hostname -s)
# Ports by process id, so that two of these tests don't meet.
port=$((20000 + $$ % 20000))
cat > "$work/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
SlurmctldPort=$port
SlurmdPort=$((port + 1))
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=4096 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES State=UP
CONF
export SLURM_CONF="$work/slurm.conf"
slurmctld -D -i -f "$SLURM_CONF" >"$work/slurmctld.out" 2>&1 &
daemons="$daemons $!"
slurmd -D -f "$SLURM_CONF" >"$work/slurmd.out" 2>&1 &
daemons="$daemons $!"
tries=0
until [ "$(sinfo -h -o %t 2>/dev/null)" = idle ]; do
    tries=$((tries + 1))
    [ $tries -lt 150 ] || skip "Slurm does not come up here: $(tail -1 "$work/slurmd.log" 2>/dev/null)"
    sleep 0.2
done

sh "$samples/quarter/make" "$work/returns"
export SCOREBOOK="$scorebook" RETURNS="$work/returns" OUT="$work/out" SLICES=3
job=$(sbatch --parsable --array=1-3 --cpus-per-task=1 --mem=256M --output="$work/slice-%a.txt" --export=ALL \
    "$samples/cluster/convert.slurm")
sbatch --parsable --dependency="afterany:$job" --wait --cpus-per-task=1 --mem=256M --output="$work/merge.txt" --export=ALL \
    "$samples/cluster/convert.slurm" || { cat "$work"/*.txt; exit 1; }

"$scorebook" convert -q "$work/returns" -o "$work/whole" || [ $? -eq 3 ]
# times.csv holds seconds, which differ from run to run; everything else is the same, byte for byte.
diff -r -x times.csv "$work/out" "$work/whole"
echo "three array tasks and one merge made what one run makes: $(find "$work/out" -type f | wc -l) files"
